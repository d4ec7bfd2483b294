/** Every design of the gallery against ministack: what was applied is imported as an equal design, and then nothing is left to do. */
import { readdirSync, readFileSync } from 'node:fs'
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isExpression, isRef } from '#core/model/field.ts'
import { textOrStandIn } from '#core/model/stand-in.ts'
import { changesBetween } from '#core/plan/diff.ts'
import type { Drivers } from '#core/plan/driver.ts'
import { importSites } from '#core/plan/import.ts'
import { dependencyOrder, isDeployable } from '#core/plan/order.ts'
import { type LiveResources, resolveConfig } from '#core/plan/resolve.ts'
import { type StandIn, startMinistack } from '#fixtures/aws-stand-ins.ts'
import { JournaledAccount } from '#fixtures/journaled-account.ts'
import { MemoryAccount } from '#fixtures/memory-account.ts'
import { driversFor } from './drivers/index.ts'

const folder = 'public/examples'
const encodedKey = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2Pd1TbBTLJ0wm5LHaR1NcJ0BqHhh
Kk9SXvB2uTgPHm0LXoXmP3DFQ3WnXc1pyBQ6PzLrk1wGsT3x1fQ2d0rZ3A==
-----END PUBLIC KEY-----
`
let ministack: StandIn
beforeAll(async () => {
  ministack = await startMinistack()
}, 60_000)
afterAll(() => ministack?.stop())

/** An account of its own: ministack tells accounts apart by access keys that are their numbers. */
async function openAccount(number: number) {
  const credentials = { accessKeyId: String(100_000_000_000 + number), secretAccessKey: 'test' }
  const { endpoint } = ministack
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

/** The design with stand-ins where only a deployment of the other resources would give values. */
function pinned(document: DesignDocument): DesignDocument {
  const pin = (value: unknown): unknown => {
    if (isRef(value) && isDeployable(document.resources[value.ref]?.type ?? '')) return value
    if (isExpression(value)) return textOrStandIn(document, value)
    if (Array.isArray(value)) return value.map(pin)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, pin(child)]))
  }
  const kept = Object.entries(document.resources).filter(([, { type }]) => isDeployable(type))
  // Only the values change, so each resource keeps its shape.
  return { ...document, resources: pin(Object.fromEntries(kept)) as DesignDocument['resources'] }
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

const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))

test.each(files)(
  '%s: a second plan is empty, and what was applied is imported as an equal design',
  async (file) => {
    const { drivers, publicKey } = await openAccount(files.indexOf(file))
    const text = readFileSync(`${folder}/${file}`, 'utf8').replaceAll('K2JCJMDEHXQW5F', publicKey)
    const read = readSource(text)
    if (!read.ok) throw new Error(read.error[0]?.message)
    const design = pinned(read.value.document)
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
      expect(changesBetween(before, after), `${original} is ${id}`).toEqual([])
    }
  },
)

test('an imported distribution that names something which is gone has a named gap, and its id stays', async () => {
  const { drivers } = await openAccount(files.length)
  const design = pinned(
    (() => {
      const read = readSource(readFileSync(`${folder}/security-headers.yaml`, 'utf8'))
      if (!read.ok) throw new Error(read.error[0]?.message)
      return read.value.document
    })(),
  )
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
