/** Plans run against an account in memory; the drivers' own tests run against a server. */
import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { bucketOrigin, cachePolicy, defaultBehavior, distribution, oac } from '#fixtures/build.ts'
import { everyField } from '#fixtures/every-field.ts'
import { MemoryAccount } from '#fixtures/memory-account.ts'
import { applyPlan } from './apply.ts'
import type { JournalEntry } from './journal.ts'
import { dependencyOrder, deployableTypes } from './order.ts'
import { planUndo } from './undo.ts'

const policies = Array.from({ length: 10 }, (_, index) => `Policy${index}`)
const twelve = distribution(
  {
    Origins: [bucketOrigin('site')],
    DefaultCacheBehavior: defaultBehavior('site', { CachePolicyId: { ref: 'Policy0' } }),
  },
  { ...Object.fromEntries(policies.map((Name) => [Name, cachePolicy({ Name })])), Oac: oac },
)

test('what a resource refers to comes before it', () => {
  const order = dependencyOrder(twelve)
  expect(order).toHaveLength(12)
  expect(order.indexOf('Site')).toBeGreaterThan(Math.max(order.indexOf('Oac'), order.indexOf('Policy0')))
})

test('references become the ids that earlier steps were given', async () => {
  const account = new MemoryAccount()
  await account.apply(twelve)
  const site = JSON.stringify(account.made.get('Distribution-Site')?.config)
  expect(site).toContain('"CachePolicyId":"CachePolicy-Policy0"')
  expect(site).toContain('"OriginAccessControlId":"OriginAccessControl-oac"')
})

test('a second plan is empty', async () => {
  const account = new MemoryAccount()
  await account.apply(twelve)
  const { plan, progress } = await account.apply(twelve)
  expect(plan.steps.map(({ action }) => action)).toEqual(plan.steps.map(() => 'unchanged'))
  expect(progress).toEqual([])
})

test.each(Array.from({ length: 12 }, (_, step) => step))(
  'cut off after %i of twelve steps, the next run makes the rest and nothing twice',
  async (step) => {
    const account = new MemoryAccount()
    account.allowance = step
    const cut = await account.apply(twelve)
    expect(cut.progress.at(-1)).toMatchObject({ status: 'failed', message: 'The connection is gone.' })
    expect(account.made.size).toBe(step)
    account.allowance = Number.POSITIVE_INFINITY
    const { progress } = await account.apply(twelve)
    expect(progress.filter(({ status }) => status === 'done')).toHaveLength(12 - step)
    expect(account.made.size).toBe(12)
  },
)

test('a resource that changed since it was read is not overwritten', async () => {
  const account = new MemoryAccount()
  await account.apply(distribution())
  const changed = distribution({ Comment: 'ours' })
  const { progress } = await account.apply(changed, {}, () => {
    const live = account.made.get('Distribution-Site')
    if (live) account.made.set('Distribution-Site', { ...live, etag: 'theirs' })
  })
  expect(progress.at(-1)).toMatchObject({ resource: 'Site', status: 'failed' })
  expect(account.made.get('Distribution-Site')?.etag).toBe('theirs')
})

/** A design with a resource of every kind, each with every field that it has. */
const everyKind: DesignDocument = {
  ...distribution(),
  resources: Object.fromEntries(
    deployableTypes.flatMap((type) => {
      const { One: resource } = everyField(type).document.resources
      return resource ? [[`The${type}`, resource]] : []
    }),
  ),
}
const cuts = deployableTypes.flatMap((type, step) => [
  [type, step, 'before it was done'] as const,
  [type, step, 'with its answer'] as const,
])

test.each(cuts)(
  'every kind at once, cut off at the write of %s (number %i) %s: nothing twice, nothing lost, all undone',
  async (_, step, when) => {
    const account = new MemoryAccount()
    account.allowance = step
    account.isAnswerLost = when === 'with its answer'
    const cut = await account.apply(everyKind)
    expect(cut.progress.at(-1)).toMatchObject({ status: 'failed' })
    account.allowance = Number.POSITIVE_INFINITY
    const rest = await account.apply(everyKind)
    expect(rest.progress.filter(({ status }) => status === 'failed')).toEqual([])
    expect(account.made.size).toBe(deployableTypes.length)
    const { plan } = await account.plan(everyKind)
    expect(plan.steps.map(({ action }) => action)).toEqual(plan.steps.map(() => 'unchanged'))
    for (const run of [rest.run, cut.run]) {
      const back = await planUndo(account.journal, run, account.drivers)
      if (!back.ok) throw new Error(back.error)
      const deletions = new Set(Object.keys(everyKind.resources))
      const settings = {
        deletions,
        run: `undo ${run}`,
        record: (entry: JournalEntry) => void account.journal.push(entry),
      }
      for await (const { status, message } of applyPlan(
        everyKind,
        back.value.plan,
        back.value.live,
        account.drivers,
        settings,
      ))
        expect(status, message).not.toBe('failed')
    }
    expect([...account.made.keys()]).toEqual([])
  },
)
