/** Each stage writes the fields that the table gives it, over every scenario and trace that we have, and no other. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { FunctionRunner } from '#core/edge/runner.ts'
import { readSource } from '#core/formats/index.ts'
import type { Scenario } from '#core/model/scenario.ts'
import { runScenario } from '#core/trace/scenario/scenario.ts'
import { defaultBehavior, distribution, managed, running } from '#fixtures/build.ts'
import { createRunner } from '#sandbox/runner.ts'
import type { Exchange } from './exchange.ts'
import { type Writer, writersOf } from './exchange-writers.ts'
import { type StageId, stageList } from './pipeline.ts'
import { createSimulation } from './simulation.ts'
import type { Stage } from './stage.ts'

type Case = Scenario & { readonly template: unknown }
const casesIn = (folder: string): Case[] =>
  readdirSync(folder).flatMap((file) => {
    const json = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { scenarios: Case[] } | Case // our own fixtures
    return 'scenarios' in json ? json.scenarios : [json]
  })

const seen = new Map<string, Set<Writer>>()
// The request's id is made where it is first asked for.
const fieldsOf = (exchange: Exchange) => Object.entries(exchange).filter(([field]) => field !== 'id')
type Fields = ReturnType<typeof fieldsOf>

function note(before: Fields, exchange: Exchange, writer: Writer): void {
  const now = new Map(fieldsOf(exchange))
  for (const [field, value] of before)
    if (!Object.is(now.get(field), value)) seen.set(field, (seen.get(field) ?? new Set()).add(writer))
}

/** How an exchange was left by the last stage that ran on it. */
const left = new Map<Exchange, Fields>()

/** A stage that is watched: what changes while it runs is its doing, what changed before it since is the pipeline's. */
const watched =
  (id: StageId, run: Stage['run']): Stage['run'] =>
  (exchange, tell) => {
    const between = left.get(exchange)
    if (between) note(between, exchange, 'pipeline')
    const before = fieldsOf(exchange)
    const end = () => {
      note(before, exchange, id)
      left.set(exchange, fieldsOf(exchange))
    }
    const pending = run(exchange, tell)
    return pending ? pending.then(end) : end()
  }

function watch(): void {
  for (const stage of stageList) {
    const run = watched(stage.id, stage.run)
    vi.spyOn(stage, 'run').mockImplementation(run)
  }
}

const { Site: Next } = distribution({ Staging: true }).resources
const staging = Next ? { Next } : {}

/** What no scenario has: a staging distribution, encrypted fields, an answer that is served while it is refreshed. */
const rest = distribution(
  {
    ContinuousDeploymentPolicyId: { ref: 'Policy' },
    DefaultCacheBehavior: defaultBehavior('web', {
      CachePolicyId: managed.cachingOptimized,
      AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'] },
      FieldLevelEncryptionId: { ref: 'Encryption' },
    }),
  },
  {
    ...staging,
    Policy: {
      type: 'ContinuousDeploymentPolicy',
      config: {
        Enabled: true,
        StagingDistributionDnsNames: [{ ref: 'Next', attribute: 'DomainName' }],
        TrafficConfig: {
          Type: 'SingleWeight',
          SingleWeightConfig: { Weight: 0.15, SessionStickinessConfig: { IdleTTL: 300, MaximumTTL: 600 } },
        },
      },
    },
    Encryption: { type: 'FieldLevelEncryptionConfig', config: {} },
    Profile: {
      type: 'FieldLevelEncryptionProfile',
      config: { EncryptionEntities: [{ FieldPatterns: ['Card*'] }] },
    },
  },
)

async function runRest(): Promise<void> {
  const headers = { 'Cache-Control': 'max-age=10, stale-while-revalidate=60' }
  const origins = { web: [{ response: { status: 200, headers, body: 'x' } }] }
  const simulation = createSimulation({ document: rest, distribution: 'Site', origins })
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  for (let round = 0; round < 40; round += 1) {
    await simulation.request({ url: '/a' })
    simulation.advance(20)
  }
  for (let round = 0; round < 5; round += 1)
    await simulation.request({ method: 'POST', url: '/pay', headers: form, body: 'CardNumber=1' })
}

/** A function that asks for headers of a client certificate by another name. */
async function runRenaming(runner: FunctionRunner): Promise<void> {
  const document = running(
    "import cf from 'cloudfront'; function handler(event) { cf.mtls.renameClientCertHeaders({ 'Client-Cert': 'X-Cert' }); return event.request }",
  )
  await createSimulation({ document, runner }).request({ url: '/' })
}

beforeAll(async () => {
  watch()
  const runner = createRunner()
  for (const kind of ['scenarios', 'traces'])
    for (const { template, ...scenario } of casesIn(join('src/fixtures/conformance', kind))) {
      const read = readSource(JSON.stringify(template))
      if (read.ok) await runScenario(read.value.document, scenario, { runner })
    }
  await runRenaming(runner)
  runner.dispose()
  await runRest()
}, 60_000)
afterAll(() => vi.restoreAllMocks())

const strangers = () => {
  const known: Readonly<Record<string, readonly Writer[]>> = writersOf
  return [...seen].flatMap(([field, writers]) =>
    [...writers]
      .filter((writer) => known[field]?.includes(writer) !== true)
      .map((writer) => `${writer} writes ${field}`),
  )
}

test('no field of an exchange is written by another than those that the table names', () => {
  expect(strangers()).toEqual([])
})

test('every field that the table gives to stages is seen being written', () => {
  const silent = Object.entries(writersOf).filter(
    ([field, writers]) => writers.length > 0 && !seen.has(field),
  )
  expect(silent.map(([field]) => field)).toEqual([])
})

test('a stage that writes what is not its own is found', () => {
  const [exchange] = [...left.keys()]
  if (!exchange) throw new Error('No request was watched.')
  watched('web-acl', (one) => {
    one.ttl = -1
  })(exchange, null)
  expect(strangers()).toEqual(['web-acl writes ttl'])
})
