/** Plans run against an account in memory; the drivers' own tests run against a server. */
import { expect, test } from 'vitest'
import type { DesignDocument, ResourceType } from '#core/model/document.ts'
import { bucketOrigin, cachePolicy, defaultBehavior, distribution, oac } from '#fixtures/build.ts'
import {
  applyPlan,
  DriverFailure,
  type Drivers,
  type Progress,
  type ResourceDriver,
  readLive,
} from './apply.ts'
import { dependencyOrder, deployableTypes } from './order.ts'
import { type Live, planDesign } from './plan.ts'

/** An account whose next calls may be told to fail. */
class Account {
  readonly made = new Map<string, Live & { type: ResourceType }>()
  allowance = Number.POSITIVE_INFINITY

  private spend() {
    if (this.allowance <= 0) throw new DriverFailure('The connection is gone.')
    this.allowance -= 1
  }

  driver(type: ResourceType): ResourceDriver {
    const idOf = (id: string) => `${type}-${id}`
    return {
      type,
      find: async (id) => this.made.get(idOf(id)),
      read: async (physicalId) => this.made.get(physicalId),
      create: async (id, config) => {
        this.spend()
        const physicalId = idOf(id)
        if (this.made.has(physicalId)) throw new Error(`${physicalId} is made twice`)
        const live = { type, physicalId, etag: '1', config }
        this.made.set(physicalId, live)
        return live
      },
      update: async (live, config) => {
        this.spend()
        const current = this.made.get(live.physicalId)
        if (current?.etag !== live.etag) throw new DriverFailure('It was changed since it was read.')
        const next = { ...current, etag: `${current.etag}+`, config }
        this.made.set(live.physicalId, next)
        return next
      },
    }
  }

  get drivers(): Drivers {
    return Object.fromEntries(deployableTypes.map((type) => [type, this.driver(type)]))
  }
}

async function run(document: DesignDocument, account: Account, between = () => {}) {
  const live = await readLive(document, dependencyOrder(document), account.drivers)
  if (!live.ok) throw new Error(live.error)
  between()
  const plan = planDesign(document, live.value)
  const progress: Progress[] = []
  for await (const one of applyPlan(document, plan, live.value, account.drivers)) progress.push(one)
  return { plan, progress }
}

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
  const account = new Account()
  await run(twelve, account)
  const site = JSON.stringify(account.made.get('Distribution-Site')?.config)
  expect(site).toContain('"CachePolicyId":"CachePolicy-Policy0"')
  expect(site).toContain('"OriginAccessControlId":"OriginAccessControl-Oac"')
})

test('a second plan is empty', async () => {
  const account = new Account()
  await run(twelve, account)
  const { plan, progress } = await run(twelve, account)
  expect(plan.steps.map(({ action }) => action)).toEqual(plan.steps.map(() => 'unchanged'))
  expect(progress).toEqual([])
})

test.each(Array.from({ length: 12 }, (_, step) => step))(
  'cut off after %i of twelve steps, the next run makes the rest and nothing twice',
  async (step) => {
    const account = new Account()
    account.allowance = step
    const cut = await run(twelve, account)
    expect(cut.progress.at(-1)).toMatchObject({ status: 'failed', message: 'The connection is gone.' })
    expect(account.made.size).toBe(step)
    account.allowance = Number.POSITIVE_INFINITY
    const { progress } = await run(twelve, account)
    expect(progress.filter(({ status }) => status === 'done')).toHaveLength(12 - step)
    expect(account.made.size).toBe(12)
  },
)

test('a resource that changed since it was read is not overwritten', async () => {
  const account = new Account()
  await run(distribution(), account)
  const changed = distribution({ Comment: 'ours' })
  const { progress } = await run(changed, account, () => {
    const live = account.made.get('Distribution-Site')
    if (live) account.made.set('Distribution-Site', { ...live, etag: 'theirs' })
  })
  expect(progress.at(-1)).toMatchObject({ resource: 'Site', status: 'failed' })
  expect(account.made.get('Distribution-Site')?.etag).toBe('theirs')
})
