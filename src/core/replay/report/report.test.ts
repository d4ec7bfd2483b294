import { expect, test } from 'vitest'
import { tuningEdit } from '#core/edits/tuning.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import { moneyFacts } from '#core/money/facts.ts'
import { suggestChanges } from '#core/replay/advise/suggest.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import { parseLifetimeRule } from '#core/replay/serve/lifetimes.ts'
import { integer } from '#core/replay/serve/rows.ts'
import { type RunOptions, replayLogs, runReplay, toReport } from '#core/replay/serve/run.ts'
import { LogWindow } from '#core/replay/serve/window.ts'
import { compile } from '#core/trace/compile/compile.ts'
import {
  behavior,
  cachePolicy,
  customOrigin,
  defaultBehavior,
  distribution,
  managed,
} from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'
import { plainCost } from '#fixtures/money.ts'
import { compareReports } from './compare.ts'
import { reportCsv, tableCsv } from './csv.ts'
import { behaviorTable, cellInWords, tablesOf, timeTable, verdictTable } from './tables.ts'

const names =
  'date time x-edge-location sc-bytes cs-method x-host-header cs-uri-stem cs-uri-query sc-status x-edge-result-type cs-protocol sc-content-type sc-content-len'

interface Line {
  readonly at: number
  readonly path?: string
  readonly query?: string
  readonly place?: string
  readonly result?: string
  readonly status?: number
}
/** Seconds after midnight, and what is special about the line. */
function log(lines: readonly Line[]): LogSource {
  const text = lines.map(
    ({ at, path = '/a', query = '-', place = 'FRA56', result = 'Hit', status = 200 }) => {
      const time = new Date(Date.UTC(2026, 0, 5) + at * 1000).toISOString()
      return `${time.slice(0, 10)}\t${time.slice(11, 19)}\t${place}\t1500\tGET\twww.example.com\t${path}\t${query}\t${status}\t${result}\thttps\ttext/html\t1000`
    },
  )
  const bytes = new TextEncoder().encode(`#Fields: ${names}\n${text.join('\n')}\n`)
  return {
    name: 'test.log',
    size: bytes.length,
    isRepeatable: true,
    async *open() {
      yield bytes
    },
  }
}

const cost = plainCost
const options = (
  design: DesignDocument,
  lines: readonly Line[],
  more: Partial<RunOptions> = {},
): RunOptions => ({
  distribution: compile(design, 'Site'),
  sources: [log(lines)],
  cost,
  ...more,
})
const keyed = (queryStrings: 'none' | 'all', DefaultTTL = 60) =>
  distribution(
    {
      Origins: [customOrigin('web')],
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Policy' } }),
    },
    {
      Policy: cachePolicy(
        { DefaultTTL, MaxTTL: 86_400 },
        { QueryStringsConfig: { QueryStringBehavior: queryStrings } },
      ),
    },
  )

test('each way to the origin is told with its reason', async () => {
  const lines: Line[] = [
    { at: 0, query: 'v=1' },
    { at: 1, query: 'v=2' },
    { at: 2, query: 'v=1', place: 'NRT57' },
    { at: 100, query: 'v=1' },
    { at: 101, query: 'v=1' },
  ]
  const report = await runReplay(options(keyed('all'), lines, { learns: false }))
  expect(report.topMisses[0]).toMatchObject({ path: '/a', requests: 5, originRequests: 4 })
  expect(
    Object.fromEntries(report.topMisses[0]?.reasons.map(({ reason, requests }) => [reason, requests]) ?? []),
  ).toEqual({
    'first request for the object': 1,
    'another variant of the key': 1,
    'first request at this cache': 1,
    expired: 1,
  })
})

test('what AWS WAF would have ended is counted by rule, and reaches no origin', async () => {
  const admin = {
    Name: 'no-admin',
    Priority: 0,
    Action: { Block: {} },
    Statement: {
      ByteMatchStatement: {
        FieldToMatch: { UriPath: {} },
        SearchString: '/admin',
        PositionalConstraint: 'STARTS_WITH',
        TextTransformations: [{ Priority: 0, Type: 'NONE' }],
      },
    },
  }
  const flood = {
    Name: 'flood',
    Priority: 1,
    Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
    Statement: { RateBasedStatement: { Limit: 10, AggregateKeyType: 'CONSTANT', EvaluationWindowSec: 60 } },
  }
  const design = distribution(
    { Origins: [customOrigin('web')], WebACLId: { ref: 'Acl', attribute: 'Arn' } },
    {
      Acl: foreign('AWS::WAFv2::WebACL', {
        Name: 'acl',
        DefaultAction: { Allow: {} },
        Rules: [admin, flood],
      }),
    },
  )
  const lines = Array.from({ length: 30 }, (_, at): Line => ({ at, path: at % 2 ? '/admin/x' : '/a' }))
  const report = await runReplay(options(design, lines))
  expect(report.byRule.map(({ name, requests, originRequests }) => [name, requests, originRequests])).toEqual(
    [
      ['no-admin', 15, 0],
      ['flood', 5, 0],
    ],
  )
  expect(report.byStatus.map(({ name, requests }) => [name, requests])).toEqual([
    ['403', 15],
    ['200', 10],
    ['429', 5],
  ])
})

test('a part of the key that multiplies objects is named with its factor', async () => {
  const lines = Array.from({ length: 20 }, (_, at): Line => ({ at, query: `utm=${at}` }))
  const report = await runReplay(options(keyed('all'), lines))
  expect(report.objects).toMatchObject({ requested: 20, neverHit: 20 })
  expect(report.fanOut[0]?.parts[0]).toEqual({
    kind: 'query string',
    name: 'utm',
    values: 20,
    keysWithout: 1,
    factor: 20,
  })
})

test('what a search suggests has been replayed and saves what it says', async () => {
  const lines = Array.from({ length: 60 }, (_, at): Line => ({ at, query: `utm=${at}` }))
  const settings = options(keyed('all', 3600), lines)
  const finished = await replayLogs(settings)
  expect(await suggestChanges(settings, finished)).toEqual([
    expect.objectContaining({
      change: 'Take the query string “utm” out of the cache key of “*”.',
      originRequestsSaved: 59,
    }),
  ])
})

test('the edit of a suggestion does what the suggestion promises', async () => {
  const query = distribution(
    {
      Origins: [customOrigin('web')],
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingDisabled }),
      CacheBehaviors: [behavior('/a/*', 'web', { CachePolicyId: { ref: 'Policy' } })],
    },
    { Policy: cachePolicy({ DefaultTTL: 30 }, { QueryStringsConfig: { QueryStringBehavior: 'all' } }) },
  )
  const lines = Array.from(
    { length: 90 },
    (_, at): Line => ({
      at: at * 20,
      path: at % 3 === 0 ? '/site.css' : '/a/b',
      query: `utm=${at % 6}`,
    }),
  )
  const settings = options(query, lines)
  const finished = await replayLogs(settings)
  const before = toReport(finished, settings).total.originRequests
  const suggestions = await suggestChanges(settings, finished)
  expect(suggestions.map(({ tuning }) => tuning.kind).sort()).toEqual(['leave-out', 'lengthen', 'split'])
  for (const { tuning, originRequestsSaved } of suggestions) {
    const edit = tuningEdit(query, 'Site', tuning)
    const edited = edit ? applyEdit(query, edit) : query
    const after = await runReplay(options(edited, lines, { learned: finished.learned, learns: false }))
    expect(before - after.total.originRequests, tuning.kind).toBe(originRequestsSaved)
  }
})

test('every answer comes from one place, in the whole and in each group', async () => {
  const lines: Line[] = [{ at: 0 }, { at: 1 }, { at: 2, place: 'NRT57' }, { at: 3, status: 404, path: '/b' }]
  const report = await runReplay(options(keyed('none'), lines))
  for (const group of [report.total, ...report.byTarget, ...report.byStatus, ...report.byTime]) {
    const { requests, edgeHits, regionalHits, shieldHits, originAnswers, ownAnswers } = group
    expect(edgeHits + regionalHits + shieldHits + originAnswers + ownAnswers).toBe(requests)
  }
  expect(report.byTarget.map(({ name, requests }) => [name, requests])).toEqual([['web', 4]])
})

test('tables hold raw figures for CSV and words for people', async () => {
  const report = await runReplay(options(keyed('none'), [{ at: 0 }, { at: 1 }, { at: 2 }]))
  const table = behaviorTable(report)
  const long = {
    ...report,
    byTime: [1, 2, 3].flatMap((hour) => report.byTime.map((one) => ({ ...one, start: hour * 3_600_000 }))),
  }
  expect(timeTable(long, 2).rows.map((row) => row.slice(0, 2))).toEqual([
    ['1970-01-01 01:00', 6],
    ['1970-01-01 03:00', 3],
  ])
  expect(tableCsv(table).split('\r\n')[1]).toBe(`*,3,4500,${2 / 3},2,0,1,1`)
  expect(
    table.rows[0]?.map((cell, at) => cellInWords(cell, table.columns[at] ?? { title: '', kind: 'text' })),
  ).toEqual(['*', '3', '4.4 KB', '66.7 %', '2', '0', '1', '1'])
  expect(new Set(tablesOf(report).map(({ id }) => id)).size).toBe(tablesOf(report).length)
})

test('real-time logs cost by the share that they record, and each price class has its own total', async () => {
  const lines = Array.from({ length: 3601 }, (_, at): Line => ({ at, place: 'GRU1' }))
  const design = distribution(
    { DefaultCacheBehavior: defaultBehavior('web', { RealtimeLogConfigArn: { ref: 'Lines' } }) },
    {
      Lines: {
        type: 'RealtimeLogConfig',
        config: { Name: 'lines', SamplingRate: 10, Fields: ['timestamp'], EndPoints: [] },
      },
    },
  )
  const { cost: estimate } = await runReplay(
    options(design, lines, { cost: { facts: moneyFacts(design, 'Site') } }),
  )
  expect(estimate.items.find(({ what }) => what === 'Real-time log lines')?.quantity).toBeCloseTo(
    (360.1 * 730) / 1e6,
    9,
  )
  const totals = Object.fromEntries(estimate.byPriceClass.map(({ priceClass, total }) => [priceClass, total]))
  expect(totals['PriceClass_All']).toBe(estimate.total)
  expect(totals['PriceClass_100']).toBeLessThan(estimate.total)
})

test('parameters that make no difference are suggested together', async () => {
  const lines = Array.from(
    { length: 60 },
    (_, at): Line => ({
      at,
      path: `/p${at % 4}`,
      query: at % 3 === 0 ? `utm=${at % 6}` : at % 3 === 1 ? `fbclid=${at}` : '-',
    }),
  )
  const settings = options(keyed('all', 3600), lines)
  const [first] = await suggestChanges(settings, await replayLogs(settings))
  expect(first?.change).toBe('Take the query strings “fbclid” and “utm” out of the cache key of “*”.')
  const query = await runReplay(options(keyed('none', 3600), lines))
  const all = await runReplay(settings)
  expect(first?.originRequestsSaved).toBe(all.total.originRequests - query.total.originRequests)
})

test('files under a behavior that caches nothing are worth a behavior of their own', async () => {
  const design = distribution({
    Origins: [customOrigin('web')],
    DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingDisabled }),
  })
  const lines = Array.from({ length: 30 }, (_, at): Line => ({ at, path: '/site.css' }))
  const settings = options(design, lines)
  const [first] = await suggestChanges(settings, await replayLogs(settings))
  expect(first?.change).toContain('Split “*.css” off “*”')
  expect(first?.originRequestsSaved).toBe(29)
})

test('lifetimes that the log shows are learned, and those of the default TTL are not', async () => {
  const cycle = (length: number): Line[] =>
    Array.from({ length: 200 }, (_, index) => ({
      at: index * 50,
      result: index === 0 ? 'Miss' : (index * 50) % length === 0 ? 'RefreshHit' : 'Hit',
    }))
  const learned = await runReplay(options(keyed('none', 86_400), cycle(300)))
  expect(learned.learned).toEqual([
    { pattern: '*', contentType: 'text/html', maxAge: 300, agrees: 199, disagrees: 0 },
  ])
  expect(learned.trust.agreement).toBe(1)
  const explained = await runReplay(options(keyed('none', 300), cycle(300)))
  expect(explained.learned).toEqual([])
  expect(explained.trust.agreement).toBe(1)
})

test('a rule for Cache-Control goes before what was learned', async () => {
  const lines = Array.from({ length: 10 }, (_, index): Line => ({ at: index * 10 }))
  const rule = parseLifetimeRule('*=no-store')
  if ('error' in rule) throw new Error(rule.error)
  const report = await runReplay(options(keyed('none', 86_400), lines, { lifetimes: [rule] }))
  expect(report.total.originRequests).toBe(10)
  expect(parseLifetimeRule('nonsense')).toHaveProperty('error')
})

test('an invalidation empties the caches at its time', async () => {
  const lines: Line[] = [{ at: 0 }, { at: 10 }, { at: 20 }, { at: 30 }]
  const invalidations = [{ at: Date.UTC(2026, 0, 5) + 15_000, paths: ['/a'] }]
  const report = await runReplay(options(keyed('none', 3600), lines, { invalidations }))
  expect(report.total.originRequests).toBe(2)
  expect(report.topMisses[0]?.reasons).toContainEqual({ reason: 'invalidated', requests: 1 })
})

test('a comparison tells which behaviors gain and lose', async () => {
  const lines = Array.from({ length: 40 }, (_, at): Line => ({ at, query: `v=${at % 4}` }))
  const settings = options(keyed('none'), lines)
  const before = await replayLogs(settings)
  const edited = distribution({
    Origins: [customOrigin('web')],
    CacheBehaviors: [behavior('/b/*', 'web')],
    DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingDisabled }),
  })
  const after = await runReplay(options(edited, lines, { learned: before.learned, learns: false }))
  const { byBehavior, totals } = compareReports(toReport(before, settings), after)
  expect(byBehavior).toEqual([
    expect.objectContaining({
      behavior: '*',
      verdict: 'loses',
      originRequestsBefore: 1,
      originRequestsAfter: 40,
    }),
  ])
  expect(totals.find(({ what }) => what === 'requests to origins')?.change).toBe(39)
})

test('a behavior whose requests failed before gains, though its origin is asked now', async () => {
  const lines = Array.from({ length: 40 }, (_, at): Line => ({ at }))
  const settings = options(keyed('none'), lines)
  const working = await replayLogs(settings)
  const broken = distribution({
    Origins: [customOrigin('web')],
    CacheBehaviors: [behavior('/b/*', 'web')],
    DefaultCacheBehavior: defaultBehavior('gone'),
  })
  const failing = await runReplay(options(broken, lines, { learned: working.learned, learns: false }))
  const now = toReport(working, settings)
  expect(failing.total).toMatchObject({ errors: 40, originRequests: 0 })
  const gained = compareReports(failing, now)
  expect(gained.byBehavior).toMatchObject([{ verdict: 'gains', errorsBefore: 40, errorsAfter: 0 }])
  expect(compareReports(now, failing).byBehavior).toMatchObject([{ verdict: 'loses' }])
  expect(verdictTable(gained).columns.map(({ title }) => title)).toContain('Errors before')
  expect(verdictTable(compareReports(now, now)).columns.map(({ title }) => title)).not.toContain(
    'Errors before',
  )
})

test('every item of the estimate is what its arithmetic comes to, and the total is their sum', async () => {
  const lines = Array.from({ length: 3601 }, (_, at): Line => ({ at }))
  const { cost: estimate } = await runReplay(options(keyed('none'), lines))
  expect(estimate.factor).toBe(730)
  const https = estimate.items.find(({ what }) => what === 'HTTPS requests')
  expect(https?.amount).toBeCloseTo(((3601 * 730) / 10_000) * 0.012, 8)
  expect(https?.arithmetic).toBe('3,601 in the log × 730 = 2,628,730 requests ÷ 10,000 × $0.012')
  expect(estimate.total).toBeCloseTo(
    estimate.items.reduce((sum, item) => sum + item.amount, 0),
    8,
  )
})

test('CSV keeps what looks like a formula as text', async () => {
  const report = await runReplay(options(keyed('none'), [{ at: 0 }]))
  const evil = {
    ...report,
    byBehavior: report.byBehavior.map((group) => ({ ...group, name: '=cmd("x"),1' })),
  }
  expect(reportCsv(evil)).toContain('behavior,"\'=cmd(""x""),1",1,')
})

test('rows that are too late for the window are counted, and no row is lost', () => {
  const window = new LogWindow(4)
  const add = (time: number) => {
    const row = window.add(time)
    window.rows.integers[window.rows.integersOf(row) + integer.shape] = time
  }
  for (const time of [1, 2, 3, 4]) add(time)
  expect(window.due).toEqual([])
  for (const time of [1, 5]) add(time)
  const shapesDue = () =>
    window
      .handOver()
      .map(({ rows, order }) => [...order].map((row) => rows.integers[rows.integersOf(row) + integer.shape]))
  expect(shapesDue()).toEqual([[1, 2]])
  window.end()
  expect(shapesDue()).toEqual([[1, 3, 4, 5]])
  expect(window.late).toBe(1)
})

test('a replay ends at once when it is cancelled', async () => {
  const control = new AbortController()
  const lines = Array.from({ length: 1000 }, (_, at): Line => ({ at }))
  control.abort(new Error('cancelled'))
  await expect(runReplay(options(keyed('none'), lines, { signal: control.signal }))).rejects.toThrow(
    'cancelled',
  )
})
