/** The same scenario gives the same trace: all of them again, in a sandbox that was used before and in new ones. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { FunctionRunner } from '#core/edge/runner.ts'
import { readSource } from '#core/formats/index.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Scenario } from '#core/model/scenario.ts'
import { createRunner } from '#sandbox/runner.ts'
import { runScenario } from './scenario.ts'

type Case = Scenario & { readonly template: unknown }
interface Read {
  readonly document: DesignDocument
  readonly scenario: Scenario
}
const conformance = new URL('../../../fixtures/conformance/', import.meta.url)

/** The scenarios of a file; none where it holds something else. */
function casesIn(file: URL): Read[] {
  const json = JSON.parse(readFileSync(file, 'utf8')) as { scenarios: Case[] } | Case // our own fixtures
  return ('scenarios' in json ? json.scenarios : [json]).flatMap(({ template, ...scenario }) => {
    const read = readSource(JSON.stringify(template))
    return read.ok && Array.isArray(scenario.steps) ? [{ document: read.value.document, scenario }] : []
  })
}

const files = readdirSync(conformance, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'rules')
  .flatMap(({ name: folder }) =>
    readdirSync(new URL(`${folder}/`, conformance)).map((name) => `${folder}/${name}`),
  )
const cases = files.flatMap((file) => {
  const scenarios = casesIn(new URL(file, conformance))
  return scenarios.length > 0 ? [{ file, scenarios, traces: [] as string[] }] : []
})

/** What functions alone do costs most: they run twice in one sandbox and once in another. */
const timesOf = (file: string): number => (file.includes('functions') ? 3 : 10)

async function round(runner: FunctionRunner, before: number): Promise<void> {
  for (const { file, scenarios, traces } of cases) {
    if (before >= timesOf(file)) continue
    const results = []
    for (const { document, scenario } of scenarios)
      results.push(await runScenario(document, scenario, { runner }))
    traces.push(JSON.stringify(results))
  }
}

beforeAll(async () => {
  for (let before = 0; before < 10; before += 2) {
    const runner = createRunner()
    await round(runner, before)
    await round(runner, before + 1)
    runner.dispose()
  }
}, 180_000)

test('the scenarios of every folder are played', () => {
  expect(new Set(cases.map(({ file }) => file.split('/')[0]))).toEqual(
    new Set(['functions', 'scenarios', 'traces']),
  )
})

test.each(cases)('$file comes to the same each time', ({ file, traces }) => {
  expect([traces.length, new Set(traces).size]).toEqual([timesOf(file), 1])
})
