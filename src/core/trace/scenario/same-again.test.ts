/** The same scenario gives the same trace: every scenario ten times, in one sandbox and in new ones. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import type { Scenario } from '#core/model/scenario.ts'
import { createRunner } from '#sandbox/runner.ts'
import { runScenario } from './scenario.ts'

type Case = Scenario & { readonly template: unknown }
const folder = new URL('../../../fixtures/conformance/traces/', import.meta.url)
const cases = readdirSync(folder).map((file) => {
  const json = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { scenarios: Case[] } | Case // our own fixtures
  return { file, scenarios: 'scenarios' in json ? json.scenarios : [json] }
})

test.each(cases)('$file comes to the same ten times over', async ({ scenarios }) => {
  const traces = new Set<string>()
  for (let round = 0; round < 10; round += 1) {
    const runner = createRunner()
    const results = []
    for (const { template, ...scenario } of scenarios) {
      const read = readSource(JSON.stringify(template))
      if (read.ok) results.push(await runScenario(read.value.document, scenario, { runner }))
    }
    runner.dispose()
    traces.add(JSON.stringify(results))
  }
  expect(traces.size).toBe(1)
})
