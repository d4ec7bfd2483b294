/** What a plan says of the past: what is to be replaced, deleted, or was changed by somebody else. */
import { expect, test } from 'vitest'
import { emptyDesign } from '#core/model/document.ts'
import {
  cachePolicy,
  cloudFrontFunction,
  customOrigin,
  defaultBehavior,
  distribution,
} from '#fixtures/build.ts'
import { MemoryAccount } from '#fixtures/memory-account.ts'
import { applyPlan } from './apply.ts'
import type { JournalEntry } from './journal.ts'
import { twoSidedConflicts } from './plan.ts'
import { isSavedPlan, noLongerTrue, readSavedPlan, savePlan } from './saved.ts'
import { planUndo } from './undo.ts'

const withPolicy = (Name = 'policy', config = {}) =>
  distribution(
    { DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Cache' } }), ...config },
    { Cache: cachePolicy({ Name }) },
  )
const without = distribution()
const named = (Name: string) =>
  distribution(
    {
      DefaultCacheBehavior: defaultBehavior('web', {
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'Rewrite' } }],
      }),
    },
    { Rewrite: { ...cloudFrontFunction(), config: { ...cloudFrontFunction().config, Name } } as never },
  )
const actions = ({ steps }: { steps: readonly { resource: string; action: string }[] }) =>
  steps.map(({ resource, action }) => `${action} ${resource}`)

test('what left the design is deleted last, and only where its name was given', async () => {
  const account = new MemoryAccount()
  await account.apply(withPolicy())
  const { plan, progress } = await account.apply(without)
  expect(actions(plan)).toEqual(['update Site', 'delete Cache'])
  expect(progress.at(-1)).toMatchObject({ resource: 'Cache', status: 'kept' })
  expect(account.made.has('CachePolicy-policy')).toBe(true)
  const again = await account.apply(without, { deletions: new Set(['Cache']) })
  expect(again.progress.at(-1)).toMatchObject({ resource: 'Cache', status: 'done' })
  expect(account.made.has('CachePolicy-policy')).toBe(false)
  expect(actions((await account.plan(without)).plan)).toEqual(['unchanged Site'])
})

test('what somebody else made before is never deleted', async () => {
  const account = new MemoryAccount()
  await account.drivers.CachePolicy?.create('x', { ...cachePolicy().config, Name: 'policy' } as never)
  await account.apply(withPolicy(), {}, undefined, { ids: { Cache: 'CachePolicy-policy' } })
  const { plan } = await account.plan(without)
  expect(actions(plan)).toEqual(['update Site'])
  expect(plan.stays).toEqual([{ resource: 'Cache', type: 'CachePolicy', id: 'CachePolicy-policy' }])
})

test('what something else uses stays, and the rest goes on', async () => {
  const account = new MemoryAccount()
  await account.apply(withPolicy())
  account.inUse.add('CachePolicy-policy')
  const { progress } = await account.apply(without, { deletions: new Set(['Cache']) })
  expect(progress.at(-1)).toMatchObject({ resource: 'Cache', status: 'kept' })
})

test('a creation that was cut off before AWS answered is still known as ours', async () => {
  const account = new MemoryAccount()
  await account.apply(withPolicy(), {
    record: (entry) => {
      if (entry.status === 'done') return
      account.journal.push(entry)
    },
  })
  expect(actions((await account.plan(without)).plan)).toEqual(['update Site', 'delete Cache'])
})

test('a function under a new name is another one: made first, used, and the earlier one deleted last', async () => {
  const account = new MemoryAccount()
  await account.apply(named('one'))
  const { plan } = await account.apply(named('two'), { deletions: new Set(['Rewrite']) })
  expect(actions(plan)).toEqual(['replace Rewrite', 'update Site', 'delete Rewrite'])
  expect([...account.made.keys()].sort()).toEqual(['Distribution-Site', 'Function-two'])
})

test('a policy under a new name is renamed, because CloudFront can', async () => {
  const account = new MemoryAccount()
  await account.apply(withPolicy('one'))
  const { plan } = await account.plan(withPolicy('two'))
  expect(actions(plan)).toEqual(['update Cache', 'unchanged Site'])
})

test('a distribution under a new name in the design is the same site', async () => {
  const account = new MemoryAccount()
  await account.apply(without)
  const { resources } = without
  const { plan } = await account.plan({ ...without, resources: { Renamed: resources['Site'] as never } })
  expect(actions(plan)).toEqual(['unchanged Renamed'])
})

test('a public key cannot change in place', async () => {
  const account = new MemoryAccount()
  const key = (EncodedKey: string) =>
    distribution({}, { Key: { type: 'PublicKey', config: { Name: 'key', EncodedKey } } })
  await account.apply(key('one'))
  const { plan } = await account.plan(key('two'))
  expect(plan.steps[0]?.obstacle).toContain('never changes EncodedKey')
})

test('a field that somebody else and the design both changed is a conflict with three views', async () => {
  const account = new MemoryAccount()
  await account.apply(distribution({ Comment: 'first' }))
  account.change('Distribution-Site', { Comment: 'theirs' })
  const { plan } = await account.plan(distribution({ Comment: 'ours' }))
  expect(twoSidedConflicts(plan)).toEqual([
    { path: ['Comment'], base: 'first', live: 'theirs', wanted: 'ours', isTwoSided: true },
  ])
})

test('a field that only somebody else changed is told, and is no two-sided conflict', async () => {
  const account = new MemoryAccount()
  await account.apply(distribution({ Comment: 'first' }))
  account.change('Distribution-Site', { Comment: 'theirs', PriceClass: 'PriceClass_100' })
  const { plan } = await account.plan(distribution({ Comment: 'first', PriceClass: 'PriceClass_100' }))
  expect(plan.steps[0]?.conflicts).toMatchObject([{ path: ['Comment'], isTwoSided: false }])
  expect(twoSidedConflicts(plan)).toEqual([])
})

async function undone(account: MemoryAccount, run: string, deletions: readonly string[] = []) {
  const back = await planUndo(account.journal, run, account.drivers)
  if (!back.ok) throw new Error(back.error)
  const { plan, live } = back.value
  const settings = {
    deletions: new Set(deletions),
    run: `undo of ${run}`,
    record: (entry: JournalEntry) => void account.journal.push(entry),
  }
  const progress = []
  for await (const one of applyPlan(emptyDesign, plan, live, account.drivers, settings)) progress.push(one)
  return { plan, progress }
}

test('undo brings back what was changed and what was deleted, under its new id, and deletes what was made', async () => {
  const account = new MemoryAccount()
  await account.apply(named('one'))
  const before = account.made.get('Distribution-Site')?.config
  const { run } = await account.apply(named('two'), { deletions: new Set(['Rewrite']) })
  const { plan } = await undone(account, run, ['Rewrite'])
  expect(actions(plan)).toEqual(['create Rewrite', 'update Site', 'delete Rewrite'])
  expect([...account.made.keys()].sort()).toEqual(['Distribution-Site', 'Function-one'])
  expect(account.made.get('Distribution-Site')?.config).toEqual(before)
})

test('undo does not take back what somebody else did since', async () => {
  const account = new MemoryAccount()
  await account.apply(distribution({ Comment: 'first' }))
  const { run } = await account.apply(distribution({ Comment: 'second' }))
  account.change('Distribution-Site', { PriceClass: 'PriceClass_100' })
  const { plan, progress } = await undone(account, run)
  expect(plan.steps[0]?.obstacle).toContain('changed by somebody else')
  expect(progress).toMatchObject([{ status: 'failed' }])
})

test('undo of a run that was cut off takes back what it had done', async () => {
  const account = new MemoryAccount()
  account.allowance = 1
  const { run } = await account.apply(withPolicy())
  account.allowance = Number.POSITIVE_INFINITY
  const { plan } = await undone(account, run, ['Cache'])
  expect(actions(plan)).toEqual(['delete Cache'])
  expect(account.made.size).toBe(0)
})

const scope = { endpoint: 'https://here', account: '111122223333', partition: 'aws' }

async function saved(account: MemoryAccount, document = withPolicy()) {
  const { plan } = await account.plan(document)
  const file = JSON.stringify(
    savePlan({ document, plan, scope, ids: {}, fresh: new Set(), source: 's', isJournalNamed: false }),
  )
  expect(isSavedPlan(file)).toBe(true)
  const read = readSavedPlan(file)
  if (!read.ok) throw new Error(read.error)
  return read.value
}

test('a saved plan is true as long as nobody changed what it is about', async () => {
  const account = new MemoryAccount()
  await account.apply(withPolicy())
  const document = withPolicy('policy', { Comment: 'new' })
  const file = await saved(account, document)
  expect(noLongerTrue(file, (await account.plan(document)).plan)).toEqual([])
  account.change('CachePolicy-policy', {})
  expect(noLongerTrue(file, (await account.plan(document)).plan)).toEqual(['Cache'])
})

test('a saved plan whose creation was done by somebody else is no longer true', async () => {
  const account = new MemoryAccount()
  const file = await saved(account)
  await account.apply(withPolicy())
  expect(noLongerTrue(file, (await account.plan(withPolicy())).plan)).toEqual(['Cache', 'Site'])
})

test.each([
  ['half of it', '{"frontagePlan": 2, "endpoint"', 'cut off'],
  ['another version', '{"frontagePlan": 3}', 'another version'],
  ['fields that are gone', '{"frontagePlan": 2, "steps": []}', 'cut off'],
])('a saved plan that is %s is told and not applied', (_, text, reason) => {
  expect(readSavedPlan(text)).toMatchObject({ ok: false, error: expect.stringContaining(reason) })
})

test('impact is told in words', async () => {
  const account = new MemoryAccount()
  await account.apply(distribution({ Aliases: ['a.example.com', 'b.example.com'] }))
  const { plan } = await account.plan(
    distribution({
      Aliases: ['a.example.com'],
      Enabled: false,
      Origins: [customOrigin('web', { DomainName: 'new.example.org' })],
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad' }),
    }),
  )
  const said = plan.steps[0]?.consequences.map(({ text }) => text).join('\n')
  expect(said).toContain('Viewers of b.example.com get an error')
  expect(said).toContain('stops answering')
  expect(said).toContain('cache key changes')
  expect(said).toContain('cached from the earlier origin')
})

test('what only a condition decides is not made until it is known, and is kept right where it is there', async () => {
  const under = (madeIf?: string) => {
    const document = withPolicy()
    const { Cache } = document.resources
    return {
      ...document,
      resources: { ...document.resources, Cache: { ...Cache, ...(madeIf && { madeIf }) } as never },
    }
  }
  const account = new MemoryAccount()
  const { plan } = await account.apply(under('IsProd'))
  expect(plan.steps.find(({ resource }) => resource === 'Cache')?.obstacle).toContain('“IsProd” says so')
  expect(actions((await account.apply(under())).plan)).toEqual(['create Cache', 'create Site'])
  const again = await account.apply(under('IsProd'))
  expect(again.plan.steps.flatMap(({ obstacle }) => obstacle ?? [])).toEqual([])
})
