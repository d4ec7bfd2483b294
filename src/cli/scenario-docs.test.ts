import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { parseScenarios, runScenario } from '#core/trace/scenario/scenario.ts'

test('the scenario of the documentation holds for the single-page app of the gallery', async () => {
  const page = readFileSync('docs/scenarios.md', 'utf8')
  const block = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  const scenarios = parseScenarios(block)
  const read = readSource(readFileSync('public/examples/spa-with-api.yaml', 'utf8'))
  if (!scenarios.ok || !read.ok) throw new Error('Both can be read.')
  const [scenario] = scenarios.value
  if (!scenario) throw new Error('There is one.')
  const result = await runScenario(read.value.document, scenario)
  expect(result.steps.flatMap(({ failures }) => failures)).toEqual([])
})
