import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { parseScenarios, runScenario } from '#core/trace/scenario/scenario.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'

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

test('its scenario of a player holds for a stream', async () => {
  const page = readFileSync('docs/scenarios.md', 'utf8')
  const block = [...page.matchAll(/```json\n([\s\S]*?)```/g)][1]?.[1] ?? ''
  const scenarios = parseScenarios(block)
  if (!scenarios.ok) throw new Error(JSON.stringify(scenarios.error))
  const [scenario] = scenarios.value
  if (!scenario) throw new Error('There is one.')
  const document = distribution({
    Origins: [customOrigin('live')],
    CacheBehaviors: [behavior('*.m3u8', 'live'), behavior('*.ts', 'live')],
  })
  const result = await runScenario(document, scenario)
  expect(result.steps.flatMap(({ failures }) => failures)).toEqual([])
})
