/** Scenarios with edge functions, from public threads and AWS's pages: run with the sandbox. */
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import type { Scenario } from '#core/model/scenario.ts'
import { createRunner } from '#sandbox/runner.ts'
import { runScenario } from './scenario.ts'

const folder = new URL('../../../fixtures/conformance/traces/', import.meta.url)
type Case = Scenario & { readonly template: unknown }
const cases = readdirSync(folder).flatMap((file) => {
  const json = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { scenarios: Case[] } | Case // our own fixtures
  const list = 'scenarios' in json ? json.scenarios : [json]
  return list.map((scenario) => ({ file, name: scenario.name, scenario }))
})
const runner = createRunner()
afterAll(() => runner.dispose())

test.each(cases)('$file: $name', async ({ scenario }) => {
  const read = readSource(JSON.stringify(scenario.template))
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join(' '))
  const report = await runScenario(read.value.document, scenario, { runner })
  expect(report.steps.flatMap(({ failures }) => failures)).toEqual([])
})
