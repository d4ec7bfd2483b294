/** A multi-tenant site over HTTP against ministack: made, found, changed, imported and taken back. */
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DesignDocument, Resource } from '#core/model/document.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { applyPlan, type Progress } from '#core/plan/apply.ts'
import { importSites } from '#core/plan/import.ts'
import { planUndo } from '#core/plan/undo.ts'
import { type StandIn, startMinistack } from '#fixtures/aws-stand-ins.ts'
import { JournaledAccount } from '#fixtures/journaled-account.ts'
import { designOf, galleryText } from '#fixtures/pinned.ts'
import { driversFor } from './index.ts'

let ministack: StandIn
beforeAll(async () => {
  ministack = await startMinistack()
}, 60_000)
afterAll(() => ministack?.stop())

let accounts = 0
function open() {
  accounts += 1
  const credentials = { accessKeyId: String(100_000_000_000 + accounts), secretAccessKey: 'test' }
  const { endpoint } = ministack
  const aws = new CloudFront({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 })
  return { aws, account: new JournaledAccount(driversFor(aws)) }
}

const gallery = designOf(galleryText('multi-tenant.yaml'))
const site = Object.keys(gallery.resources).find((id) => gallery.resources[id]?.type === 'Distribution') ?? ''
const metrics: Resource = {
  type: 'MonitoringSubscription',
  config: {
    DistributionId: { ref: site },
    MonitoringSubscription: {
      RealtimeMetricsSubscriptionConfig: { RealtimeMetricsSubscriptionStatus: 'Enabled' },
    },
  },
}
const whole: DesignDocument = { ...gallery, resources: { ...gallery.resources, Metrics: metrics } }

const failures = (progress: readonly Progress[]) => progress.filter(({ status }) => status === 'failed')
async function undone(account: JournaledAccount, run: string) {
  const back = await planUndo(account.journal, run, account.drivers)
  if (!back.ok) throw new Error(back.error)
  const progress: Progress[] = []
  const deletions = new Set(back.value.plan.steps.map(({ resource }) => resource))
  for await (const one of applyPlan(whole, back.value.plan, back.value.live, account.drivers, { deletions }))
    progress.push(one)
  return progress
}

test('tenants, connection groups and metrics are made after what they name, and then nothing is left to do', async () => {
  const { account } = open()
  const { plan, progress } = await account.apply(whole)
  expect(failures(progress)).toEqual([])
  const types = plan.steps.map(({ type }) => type)
  expect(types).toContain('DistributionTenant')
  expect(types).toContain('MonitoringSubscription')
  expect(types.indexOf('DistributionTenant')).toBeGreaterThan(types.indexOf('Distribution'))
  expect((await account.plan(whole)).plan.steps.map(({ action, changes }) => [action, changes])).toEqual(
    plan.steps.map(() => ['unchanged', []]),
  )
})

test('an import of a distribution brings its tenants and its metrics, and its plan is empty', async () => {
  const { account } = open()
  const { live } = await account.apply(whole)
  const steps = importSites(account.drivers, [live[site]?.physicalId ?? ''])
  let next = await steps.next()
  while (!next.done) next = await steps.next()
  const { document, gaps, physicalIds } = next.value
  expect(gaps).toEqual([])
  const count = (type: string, { resources }: DesignDocument) =>
    Object.values(resources).filter((one) => one.type === type).length
  for (const type of ['DistributionTenant', 'MonitoringSubscription'])
    expect(count(type, document), type).toBe(count(type, whole))
  const { plan } = await new JournaledAccount(account.drivers).plan(document, { ids: physicalIds })
  expect(plan.steps.map(({ action, changes }) => [action, changes])).toEqual(
    plan.steps.map(() => ['unchanged', []]),
  )
})

test('a changed tenant is one change and can be undone; all of it can be taken back', async () => {
  const { account, aws } = open()
  const made = await account.apply(whole)
  const tenant =
    Object.keys(whole.resources).find((id) => whole.resources[id]?.type === 'DistributionTenant') ?? ''
  const edited = applyEdit(whole, setAt(['resources', tenant, 'config', 'Enabled'], false))
  const changed = await account.apply(edited)
  expect(changed.plan.steps.filter(({ action }) => action !== 'unchanged')).toMatchObject([
    { resource: tenant, action: 'update', changes: [{ path: ['Enabled'], after: false }] },
  ])
  const Identifier = made.live[tenant]?.physicalId
  expect((await aws.getDistributionTenant({ Identifier })).DistributionTenant?.Enabled).toBe(false)
  expect(failures(await undone(account, changed.run))).toEqual([])
  expect((await aws.getDistributionTenant({ Identifier })).DistributionTenant?.Enabled).toBe(true)
  expect(failures(await undone(account, made.run))).toEqual([])
  const left = (await aws.listDistributionTenants({})).DistributionTenantList ?? []
  expect(left).toEqual([])
})

test('a tenant whose domain another one has is a conflict that names it', async () => {
  const { account } = open()
  const { live } = await account.apply(whole)
  const stranger = new JournaledAccount(account.drivers, 'another')
  const { plan } = await stranger.plan(whole, { fresh: new Set([site]) })
  const tenants = plan.conflicts.filter(({ type }) => type === 'DistributionTenant')
  expect(tenants.length).toBeGreaterThan(0)
  for (const { resource, candidates } of tenants)
    expect(candidates.map(({ id }) => id)).toContain(live[resource]?.physicalId)
})
