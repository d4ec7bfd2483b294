/** Every design of the gallery against ministack: what was applied is imported as an equal design, and then nothing is left to do. */
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { changesBetween } from '#core/plan/diff.ts'
import type { Drivers } from '#core/plan/driver.ts'
import { importSites } from '#core/plan/import.ts'
import { dependencyOrder } from '#core/plan/order.ts'
import { type LiveResources, resolveConfig } from '#core/plan/resolve.ts'
import { type StandIn, startMinistack } from '#fixtures/aws-stand-ins.ts'
import { JournaledAccount } from '#fixtures/journaled-account.ts'
import { MemoryAccount } from '#fixtures/memory-account.ts'
import { cleanTemplates, designOf, galleryFiles, galleryText } from '#fixtures/pinned.ts'
import { readingBack } from '#fixtures/read-back.ts'
import { driversFor } from './drivers/index.ts'

const encodedKey = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2Pd1TbBTLJ0wm5LHaR1NcJ0BqHhh
Kk9SXvB2uTgPHm0LXoXmP3DFQ3WnXc1pyBQ6PzLrk1wGsT3x1fQ2d0rZ3A==
-----END PUBLIC KEY-----
`
let ministack: StandIn
let amazonlike: StandIn
beforeAll(async () => {
  ministack = await startMinistack()
  amazonlike = await readingBack(ministack)
}, 60_000)
afterAll(async () => {
  await amazonlike?.stop()
  await ministack?.stop()
})

let accounts = 0
/** An account of its own: ministack tells accounts apart by access keys that are their numbers. */
async function openAccount({ endpoint }: StandIn) {
  accounts += 1
  const credentials = { accessKeyId: String(100_000_000_000 + accounts), secretAccessKey: 'test' }
  const { ContinuousDeploymentPolicy, OriginAccessIdentity } = new MemoryAccount().drivers
  const drivers: Drivers = {
    ...driversFor(new CloudFront({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 })),
    // ministack has neither; model.test.ts holds their real drivers against the service's own model.
    ...(ContinuousDeploymentPolicy && { ContinuousDeploymentPolicy }),
    ...(OriginAccessIdentity && { OriginAccessIdentity }),
  }
  const key = await drivers.PublicKey?.create('Key', {
    CallerReference: 'viewers',
    Name: 'viewers',
    EncodedKey: encodedKey,
  })
  return { drivers, publicKey: key?.physicalId ?? '' }
}

async function applied(account: JournaledAccount, document: DesignDocument): Promise<LiveResources> {
  const { progress, live } = await account.apply(document)
  expect(progress.filter(({ status }) => status === 'failed')).toEqual([])
  return live
}

async function imported(drivers: Drivers, ids: readonly string[]) {
  const steps = importSites(drivers, ids)
  let next = await steps.next()
  while (!next.done) next = await steps.next()
  return next.value
}

const actions = (steps: readonly { readonly action: string; readonly changes: unknown }[]) =>
  steps.map(({ action, changes }) => [action, changes])

const ways = ['as it was sent', 'as CloudFront answers']
const cases = galleryFiles.flatMap((file) => ways.map((way) => [file, way] as const))

test.each(cases)(
  '%s, read back %s: a second plan is empty, and what was applied is imported as an equal design',
  async (file, way) => {
    const { drivers, publicKey } = await openAccount(way === ways[0] ? ministack : amazonlike)
    const design = designOf(galleryText(file).replaceAll('K2JCJMDEHXQW5F', publicKey))
    const account = new JournaledAccount(drivers, file)
    const live = await applied(account, design)

    const second = await account.plan(design)
    expect(actions(second.plan.steps)).toEqual(second.plan.steps.map(() => ['unchanged', []]))

    const sites = Object.keys(live).filter((id) => design.resources[id]?.type === 'Distribution')
    const { document, gaps, physicalIds } = await imported(
      drivers,
      sites.map((id) => live[id]?.physicalId ?? ''),
    )
    expect(gaps).toEqual([])
    const third = await new JournaledAccount(drivers).plan(document, { ids: physicalIds })
    expect(actions(third.plan.steps)).toEqual(third.plan.steps.map(() => ['unchanged', []]))
    // A key group of the gallery names a key that was there before; everything else is the design's own.
    const own = Object.entries(physicalIds).filter(([, id]) => id !== publicKey)
    expect(own).toHaveLength(dependencyOrder(design).length)
    for (const [id, physicalId] of own) {
      const original = Object.keys(live).find((one) => live[one]?.physicalId === physicalId) ?? ''
      const [before, after] = [
        resolveConfig(design, original, live).config,
        resolveConfig(document, id, third.live).config,
      ]
      // What CloudFront added by itself is in the design from now on.
      const changes = changesBetween(before, after).filter(({ path }) => path.at(-1) !== 'OriginHttpVersion')
      expect(changes, `${original} is ${id}`).toEqual([])
    }
  },
)

test('an imported distribution that names something which is gone has a named gap, and its id stays', async () => {
  const { drivers } = await openAccount(ministack)
  const design = designOf(galleryText('security-headers.yaml'))
  const live = await applied(new JournaledAccount(drivers, 'gap'), design)
  const without = {
    ...drivers,
    ResponseHeadersPolicy: { ...drivers.ResponseHeadersPolicy, read: async () => undefined },
  } as Drivers
  const steps = importSites(without, [live['Site']?.physicalId ?? ''])
  let next = await steps.next()
  while (!next.done) next = await steps.next()
  const headers = live['Headers']?.physicalId ?? ''
  expect(next.value.gaps).toMatchObject([{ type: 'ResponseHeadersPolicy', physicalId: headers }])
  expect(JSON.stringify(next.value.document)).toContain(headers)
})

/** What the templates name of an account that is not this one, and what ministack does not have. */
const elsewhere = /does not exist|vpcOrigin|VpcOrigin|No route for/

test('whatever clean template is applied, a second plan is empty as CloudFront answers', async () => {
  const told: Record<string, unknown> = {}
  let applied = 0
  for (const [name, text] of cleanTemplates()) {
    const { drivers } = await openAccount(amazonlike)
    const account = new JournaledAccount(drivers, name)
    const design = designOf(text)
    const { progress } = await account.apply(design)
    const failure = progress.find(({ status }) => status === 'failed')
    if (failure) {
      expect(failure.message, name).toMatch(elsewhere)
      continue
    }
    applied += 1
    const { plan } = await account.plan(design)
    const changed = plan.steps.filter(({ action }) => action !== 'unchanged')
    if (changed.length > 0) told[name] = changed.map(({ changes }) => changes)
  }
  expect(told).toEqual({})
  expect(applied).toBeGreaterThan(80)
}, 300_000)
