/** The drivers over HTTP against ministack: apply, read back, change, conflict. */
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { type Knowledge, readAccount } from '#core/plan/account.ts'
import { applyPlan, type Progress } from '#core/plan/apply.ts'
import type { JournalEntry } from '#core/plan/journal.ts'
import { planDesign } from '#core/plan/plan.ts'
import { type StandIn, startMinistack } from '#fixtures/aws-stand-ins.ts'
import {
  behavior,
  bucketOrigin,
  cachePolicy,
  cloudFrontFunction,
  customOrigin,
  defaultBehavior,
  distribution,
  oac,
  responseHeadersPolicy,
} from '#fixtures/build.ts'
import { JournaledAccount } from '#fixtures/journaled-account.ts'
import { driversFor } from './index.ts'

let ministack: StandIn
let aws: CloudFront
let drivers: ReturnType<typeof driversFor>
let account: JournaledAccount

beforeAll(async () => {
  ministack = await startMinistack()
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  aws = new CloudFront({ region: 'us-east-1', endpoint: ministack.endpoint, credentials, maxAttempts: 1 })
  drivers = driversFor(aws)
  account = new JournaledAccount(drivers)
}, 60_000)
afterAll(() => ministack?.stop())

const design = distribution(
  {
    Origins: [bucketOrigin('bucket'), customOrigin('api')],
    DefaultCacheBehavior: defaultBehavior('bucket', {
      CachePolicyId: { ref: 'Cache' },
      ResponseHeadersPolicyId: { ref: 'Headers' },
      FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'Rewrite' } }],
    }),
    CacheBehaviors: [behavior('/api/*', 'api')],
  },
  {
    Oac: oac,
    Cache: cachePolicy(),
    Headers: responseHeadersPolicy({ SecurityHeadersConfig: { ContentTypeOptions: { Override: true } } }),
    Rewrite: cloudFrontFunction(),
  },
)

const planned = (document: DesignDocument, known: Knowledge = {}) => account.plan(document, known)
const applied = (document: DesignDocument, known: Knowledge = {}) =>
  account.apply(document, {}, undefined, known)

test('a design is created in the order of its references, and a second plan is empty', async () => {
  const first = await planned(design)
  expect(first.plan.steps.map(({ action }) => action)).toEqual([
    'create',
    'create',
    'create',
    'create',
    'create',
  ])
  expect(first.plan.steps.at(-1)?.resource).toBe('Site')
  const { progress } = await applied(design)
  expect(progress.filter(({ status }) => status === 'failed')).toEqual([])
  const { plan } = await planned(design)
  expect(plan.steps.map(({ action, changes }) => [action, changes])).toEqual(
    plan.steps.map(() => ['unchanged', []]),
  )
})

test('one edited field is one change, and applying it needs no other step', async () => {
  const edited = applyEdit(design, setAt(['resources', 'Site', 'config', 'Comment'], 'edited'))
  const { plan } = await planned(edited)
  expect(plan.steps.filter(({ action }) => action !== 'unchanged')).toMatchObject([
    { resource: 'Site', action: 'update', changes: [{ path: ['Comment'], after: 'edited' }] },
  ])
  await applied(edited)
  expect((await planned(edited)).plan.steps.every(({ action }) => action === 'unchanged')).toBe(true)
})

test('an apply that was cut off after any step goes on without a duplicate', async () => {
  const rename = (text: string) =>
    JSON.parse(
      JSON.stringify(design)
        .replaceAll('"policy"', `"${text}"`)
        .replaceAll('"edge"', `"${text}"`)
        .replaceAll('"oac"', `"${text}"`),
    ) as DesignDocument
  const resumed = rename('resumed')
  const person = new JournaledAccount(drivers)
  for (let steps = 0; steps < 5; steps += 1) {
    const { live, plan } = await person.plan(resumed, { fresh: new Set(['Site']) })
    const record = (entry: JournalEntry) => void person.journal.push(entry)
    const run = applyPlan(resumed, plan, live, drivers, { run: `cut ${steps}`, record })
    // One step begins and ends, then the run is dropped.
    await run.next()
    await run.next()
    await run.return({})
  }
  const { plan, live } = await person.plan(resumed)
  expect(plan.steps.every(({ action }) => action === 'unchanged')).toBe(true)
  expect(Object.keys(live)).toHaveLength(5)
})

test('a function whose publishing was cut off is published by the next run', async () => {
  const FunctionCode = 'function handler(event) { return event.request } // cut'
  const Name = 'cut-before-publish'
  await aws.createFunction({
    Name,
    FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
    FunctionCode: new TextEncoder().encode(FunctionCode),
  })
  const { config } = cloudFrontFunction(FunctionCode)
  const half = distribution(
    { CallerReference: 'half' },
    { Rewrite: { type: 'Function', config: { ...config, Name } } },
  )
  const known = { ids: { Rewrite: Name } }
  const rewrite = async () =>
    (await planned(half, known)).plan.steps.find(({ resource }) => resource === 'Rewrite')
  expect(await rewrite()).toMatchObject({ action: 'update', changes: [{ path: ['AutoPublish'] }] })
  expect((await applied(half, known)).progress).toContainEqual({
    resource: 'Rewrite',
    action: 'update',
    status: 'done',
  })
  expect((await aws.describeFunction({ Name, Stage: 'LIVE' })).ETag).toBeTypeOf('string')
  expect((await rewrite())?.action).toBe('unchanged')
})

test('a resource that was changed in between is a conflict that says what to do', async () => {
  const { live } = await planned(design)
  const site = live['Site']
  if (!site) throw new Error('The distribution exists.')
  await drivers.Distribution?.update(site, { ...site.config, Comment: 'by somebody else' })
  const stale = { ...live, Site: site }
  const wanted = applyEdit(design, setAt(['resources', 'Site', 'config', 'Comment'], 'mine'))
  const run = applyPlan(wanted, planDesign(wanted, stale), stale, drivers)
  const progress: Progress[] = []
  for (let next = await run.next(); !next.done; next = await run.next()) progress.push(next.value)
  expect(progress.at(-1)).toMatchObject({ resource: 'Site', status: 'failed' })
  expect(progress.at(-1)?.message).toContain('plan again')
})

test('an endpoint that does not answer is one clear sentence', async () => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'marked-secret' }
  const nowhere = driversFor(
    new CloudFront({ region: 'us-east-1', endpoint: 'http://127.0.0.1:9', credentials, maxAttempts: 1 }),
  )
  const live = await readAccount(design, nowhere)
  expect(live).toMatchObject({ ok: false })
  if (!live.ok) {
    expect(live.error).toContain('does not answer')
    expect(live.error).not.toContain('marked-secret')
  }
})

test('an unrelated design with the same logical id never takes over a site', async () => {
  await applied(design)
  const other = distribution({ Origins: [customOrigin('elsewhere')] })
  const person = new JournaledAccount(drivers, 'another')
  expect((await person.plan(other)).plan.steps).toMatchObject([{ resource: 'Site', action: 'create' }])
  const { live } = await person.apply(other)
  expect(live['Site']?.physicalId).not.toBe((await planned(design)).live['Site']?.physicalId)
  expect((await person.plan(other)).plan.steps).toMatchObject([{ action: 'unchanged', because: 'journal' }])
})
