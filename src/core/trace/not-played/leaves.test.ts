/** Every field of every resource is read when a design is compiled and served, or stands in the catalogue. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import type { DesignDocument, ResourceType } from '#core/model/document.ts'
import type { Scenario } from '#core/model/scenario.ts'
import { resourceKinds } from '#core/resources/index.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { runScenario } from '#core/trace/scenario/scenario.ts'
import { everyField, leavesOf, watched } from '#fixtures/watched-design.ts'
import { catalogue } from './catalogue.ts'

const seen = new Set<string>()
type Case = Scenario & { readonly template: unknown }
// A tenant's parameters are filled in by copies of the configuration, which read all of it.
const isTenantOnly = (document: DesignDocument) =>
  JSON.stringify(document.resources).includes('"tenant-only"')

type Change = (config: Record<string, unknown>, resources: DesignDocument['resources']) => void
const without =
  (...names: readonly string[]): Change =>
  (config) => {
    const drop = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const name of names) Reflect.deleteProperty(value, name)
      Object.values(value).forEach(drop)
    }
    drop(config)
  }
/** The design with every field, less what keeps other fields from being looked at. */
const variants: readonly Change[] = [
  without('TrustedSigners', 'TrustedKeyGroups', 'WebACLId'),
  without('TrustedSigners', 'TrustedKeyGroups', 'CachePolicyId', 'OriginRequestPolicyId', 'ViewerMtlsConfig'),
  without('CustomOriginConfig', 'S3OriginConfig'),
  without('CustomOriginConfig', 'VpcOriginConfig', 'OriginAccessControlId'),
  (config) => {
    Object.assign(config, { ConnectionMode: 'tenant-only' })
  },
  (_, resources) => {
    const policy = resources['ContinuousDeploymentPolicy']
    if (policy)
      Object.assign(policy.config, {
        TrafficConfig: { Type: 'SingleHeader', SingleHeaderConfig: { Header: 'aws-cf-cd-x', Value: 'y' } },
      })
  },
]

async function serve(change: Change): Promise<void> {
  const every = structuredClone(everyField())
  const site = every.resources['Distribution']
  if (site) change(site.config as Record<string, unknown>, every.resources) // a copy of ours
  const read = new Set<string>()
  const simulation = createSimulation({
    document: watched(every, read),
    distribution: 'Distribution',
    // What is told of the catalogue looks at its fields.
    tellsChanges: false,
    origins: { web: [{ response: { status: 200, headers: { 'Content-Type': 'text/html' }, body: 'x' } }] },
  })
  for (const host of ['d111111abcdef8.cloudfront.net', 'tenant.example.com'])
    for (const method of ['GET', 'POST'])
      for (const path of ['/x/y', '/z'])
        await simulation.request({
          method,
          url: `https://${host}${path}`,
          headers: { Origin: 'https://app.example.com', 'Content-Type': 'text' },
          viewer: { certificate: 'valid' },
        })
  const isTenants = isTenantOnly(every)
  for (const leaf of read)
    if (!isTenants || !leaf.startsWith('Distribution ') || leaf.startsWith('Distribution TenantConfig'))
      seen.add(leaf)
}

beforeAll(async () => {
  for (const kind of ['scenarios', 'traces']) {
    const folder = new URL(`../../../fixtures/conformance/${kind}/`, import.meta.url)
    for (const file of readdirSync(folder)) {
      const json = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { scenarios: Case[] } | Case // our own fixtures
      for (const scenario of 'scenarios' in json ? json.scenarios : [json]) {
        const read = readSource(JSON.stringify(scenario.template))
        if (read.ok && !isTenantOnly(read.value.document))
          await runScenario(watched(read.value.document, seen), scenario)
      }
    }
  }
  for (const change of variants) await serve(change)
})

const types = Object.keys(resourceKinds) as ResourceType[] // the registry's own keys
const isRead = (type: ResourceType, leaf: string) =>
  seen.has(`${type} ${leaf}`) || (leaf.endsWith('/*') && seen.has(`${type} ${leaf.slice(0, -2)}`))
const isBelow = (leaf: string, path: string) => leaf === path || leaf.startsWith(`${path}/`)
const isListed = (type: ResourceType, leaf: string) =>
  catalogue.some((entry) => entry.type === type && isBelow(leaf, entry.path))
/** Designs hold it whole and unread: it is of no distribution that a trace serves. */
const served = types.filter((type) => type !== 'StreamingDistribution')

test('each field of a design is read when it is served, or the catalogue says why not', () => {
  const missing = served.flatMap((type) =>
    leavesOf(type)
      .filter((leaf) => !isRead(type, leaf) && !isListed(type, leaf))
      .map((leaf) => `${type} ${leaf}`),
  )
  expect(missing).toEqual([])
})

test('the catalogue names only fields that there are and that nothing reads', () => {
  const wrong = catalogue.filter(({ type, path }) => {
    const leaves = leavesOf(type).filter((leaf) => isBelow(leaf, path))
    return leaves.length === 0 || leaves.some((leaf) => isRead(type, leaf))
  })
  expect(wrong.map(({ type, path }) => `${type} ${path}`)).toEqual([])
})

test('a field that nothing reads is found', () => {
  expect(isRead('Distribution', 'Planted') || isListed('Distribution', 'Planted')).toBe(false)
})
