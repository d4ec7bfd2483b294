import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import type { Scenario } from '#core/model/scenario.ts'
import { runScenario } from './scenario.ts'

const folder = new URL('../../../fixtures/conformance/scenarios/', import.meta.url)
interface CaseFile {
  readonly scenarios: readonly (Scenario & { readonly template: unknown })[]
}
const cases = readdirSync(folder).flatMap((file) => {
  const { scenarios } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as CaseFile // our own fixtures
  return scenarios.map((scenario) => ({ file, name: scenario.name, scenario }))
})

test.each(cases)('$file: $name', async ({ scenario }) => {
  const read = readSource(JSON.stringify(scenario.template))
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join(' '))
  const report = await runScenario(read.value.document, scenario)
  expect(report.steps.flatMap(({ failures }) => failures)).toEqual([])
})
