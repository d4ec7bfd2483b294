import { expect, test } from 'vitest'
import type { Scenario } from '#core/model/scenario.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { originPresets, scriptsFor } from './origin-scripts.ts'
import { parseScenarios } from './scenario.ts'
import { scenarioProblems } from './scenario-file.ts'
import { scenarioFile } from './scenario-text.ts'
import { runSuite } from './suite.ts'

const scenario = (name: string, status: number): Scenario => ({
  name,
  steps: [{ request: { url: '/a' }, expect: { status } }],
})
const document = { ...distribution(), originScripts: { web: [{ response: { status: 204 } }] } }

test('a saved scenario runs with the scripts beside the origins', async () => {
  const results = await runSuite(document, [scenario('right', 204), scenario('wrong', 200)])
  expect(results?.map(({ passed }) => passed)).toEqual([true, false])
})

test('a run rests between scenarios and ends when the design has moved on', async () => {
  let rests = 0
  const results = await runSuite(document, [scenario('a', 204), scenario('b', 204), scenario('c', 204)], {
    rest: () => {
      rests += 1
      return Promise.resolve()
    },
    isStale: () => rests === 2,
  })
  expect([results, rests]).toEqual([undefined, 2])
})

test('an exported scenario stands alone: source, origins and steps', () => {
  const read = parseScenarios(scenarioFile(document, [scenario('right', 204)], 'template.yaml'))
  expect(read).toEqual({
    ok: true,
    value: [{ ...scenario('right', 204), source: 'template.yaml', origins: document.originScripts }],
  })
})

test('origins answer by their own script, else that of a scenario, else plainly', () => {
  const two = {
    ...distribution({ Origins: [customOrigin('web'), customOrigin('api'), customOrigin('other')] }),
    scenarios: [{ name: 's', origins: { web: [{}], api: [{ error: 'dns' as const }] }, steps: [] }],
    originScripts: { web: [{ response: { status: 204 } }] },
  }
  const scripts = scriptsFor(two, 'Site')
  expect([scripts['web'], scripts['api']]).toEqual([[{ response: { status: 204 } }], [{ error: 'dns' }]])
  expect(scripts['other']?.[0]?.response?.status).toBe(200)
})

test.each(originPresets)('the preset “$label” is a script that scenario files take', ({ rules }) => {
  expect(scenarioProblems({ name: 'x', origins: { web: rules }, steps: [] })).toEqual([])
})
