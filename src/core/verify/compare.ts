/** An endpoint's answer beside the engine's: only what CloudFront decides is compared. */
import type { RequestResult } from '#core/model/scenario.ts'
import { firstOf, type RealAnswer, recordOf } from './answer.ts'
import { becauseOf } from './because.ts'

export interface Difference {
  /** `status`, `xCache`, or `header cache-control`. */
  readonly field: string
  readonly expected: string | number | null
  readonly actual: string | number | null
  /** Which setting is not deployed, or which assumption about the origin is wrong. */
  readonly because: string
  /** Settings of the design that it leads to, as JSON pointers. */
  readonly settings: readonly string[]
}

/** Different each time, of the connection, or told by other fields. */
const ignored = new Set([
  ...['date', 'age', 'via', 'x-cache', 'x-amz-cf-id', 'x-amz-cf-pop', 'alt-svc', 'server-timing'],
  ...['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'upgrade', 'trailer'],
  ...[
    'x-frontage-why',
    'x-frontage-trace',
    'x-amzn-requestid',
    'x-amz-request-id',
    'x-amz-id-2',
    'x-edge-origin-shield-skipped',
  ],
])

const shown = (value: string | readonly string[] | undefined): string | null =>
  value === undefined ? null : typeof value === 'string' ? value : value.join(', ')

/** Lists of names have no order and no case. */
const unordered = new Set([
  'vary',
  'allow',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-expose-headers',
])
const normal = (name: string, value: string | null): string | null =>
  value === null || !unordered.has(name)
    ? value
    : value
        .toLowerCase()
        .split(',')
        .map((part) => part.trim())
        .sort()
        .join(', ')

interface Pair {
  readonly expected: RequestResult
  readonly actual: RealAnswer
}

/** A redirect leads to the endpoint's own host, whatever the design calls it. */
function locationOf(value: string | null, ownHosts: ReadonlySet<string>): string | null {
  if (value === null || !URL.canParse(value)) return value
  const url = new URL(value)
  return ownHosts.has(url.host) || ownHosts.has(url.hostname)
    ? `${url.protocol}//(this host)${url.pathname}${url.search}`
    : value
}

function headerDifferences({ expected, actual }: Pair, ownHosts: ReadonlySet<string>): Difference[] {
  const real = recordOf(actual)
  const names = new Set([...Object.keys(expected.headers), ...Object.keys(real)])
  return [...names].sort().flatMap((name) => {
    if (ignored.has(name) || name.startsWith('x-frontage-')) return []
    const of = (value: string | readonly string[] | undefined) =>
      name === 'location' ? locationOf(shown(value), ownHosts) : shown(value)
    const [mine, theirs] = [of(expected.headers[name]), of(real[name])]
    if (normal(name, mine) === normal(name, theirs)) return []
    const field = `header ${name}`
    return [{ field, expected: mine, actual: theirs, ...becauseOf(field, expected, actual) }]
  })
}

const isHit = (xCache: string | null) => xCache !== null && /^(Refresh)?Hit /i.test(xCache)

/** A cache that was warm already is no difference, and neither is which of two kinds of hit it was. */
function sameXCache(mine: string | null, theirs: string | null, mayBeWarm: boolean): boolean {
  if (mine?.toLowerCase() === theirs?.toLowerCase()) return true
  if (isHit(mine) && isHit(theirs)) return true
  return mayBeWarm && isHit(theirs) && mine !== null && /^Miss /i.test(mine)
}

/** CloudFront says with every hit how old the object is. */
function ageDifference({ expected, actual }: Pair): Difference[] {
  if (!isHit(expected.xCache) || !isHit(firstOf(actual, 'x-cache'))) return []
  if (firstOf(actual, 'age') !== null || expected.headers['age'] === undefined) return []
  return [
    {
      field: 'header age',
      expected: shown(expected.headers['age']),
      actual: null,
      ...becauseOf('header age', expected, actual),
    },
  ]
}

export interface CompareOptions {
  /** Somebody else may have filled the cache. */
  readonly mayBeWarm: boolean
  /** An origin may send a body encoded where the design does not. */
  readonly mayComeEncoded: boolean
  /** Hosts that are the distribution's, whatever they are called. */
  readonly ownHosts: ReadonlySet<string>
}

/** Where the status differs, nothing else is worth a word: it is another answer. */
export function compareAnswers(
  expected: RequestResult,
  actual: RealAnswer,
  { mayBeWarm, mayComeEncoded, ownHosts }: CompareOptions,
): Difference[] {
  const pair = { expected, actual }
  if (expected.status !== actual.status)
    return [
      {
        field: 'status',
        expected: expected.status,
        actual: actual.status,
        ...becauseOf('status', expected, actual),
      },
    ]
  const theirs = firstOf(actual, 'x-cache')
  const xCache = sameXCache(expected.xCache, theirs, mayBeWarm)
    ? []
    : [
        {
          field: 'xCache',
          expected: expected.xCache,
          actual: theirs,
          ...becauseOf('xCache', expected, actual),
        },
      ]
  const isOrigins = ({ field, expected: mine }: Difference) =>
    mayComeEncoded && field === 'header content-encoding' && mine === null
  return [
    ...xCache,
    ...ageDifference(pair),
    ...headerDifferences(pair, ownHosts).filter((difference) => !isOrigins(difference)),
  ]
}
