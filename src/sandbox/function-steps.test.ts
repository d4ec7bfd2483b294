import { afterAll, expect, test } from 'vitest'
import type { Scenario } from '#core/model/scenario.ts'
import { parseScenarios, runScenario } from '#core/trace/scenario/scenario.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'
import { createRunner } from './runner.ts'

const runner = createRunner()
afterAll(() => runner.dispose())
const document = distribution(
  {},
  {
    Rewrite: cloudFrontFunction(
      "function handler(event) { console.log('seen ' + event.request.uri); event.request.uri = '/x'; return event.request }",
    ),
    Broken: cloudFrontFunction('function handler(event) {\n  return event.nothing.at.all\n}'),
  },
)
const request = { method: 'GET', uri: '/a', querystring: {}, headers: {}, cookies: {} }
const event = {
  version: '1.0',
  context: { eventType: 'viewer-request' },
  viewer: { ip: '203.0.113.7' },
  request,
}
const run = (step: object) => {
  const parsed = parseScenarios({ name: 'saved', steps: [step] })
  if (!parsed.ok) throw new Error(parsed.error.join(' '))
  return runScenario(document, parsed.value[0] as Scenario, { runner })
}

test('a saved event passes where the function does what it expects', async () => {
  const expected = { output: { request: { uri: '/x' } }, logs: ['seen /a'], error: null }
  expect(await run({ function: 'Rewrite', event, expect: expected })).toMatchObject({ passed: true })
})

test('a saved event fails with the place, what was expected and what came', async () => {
  const { steps } = await run({ function: 'Rewrite', event, expect: { output: { request: { uri: '/y' } } } })
  expect(steps[0]?.failures).toEqual(['/output/request/uri: expected "/y", got "/x"'])
})

test('an error that nobody expected fails, one that was expected passes', async () => {
  expect((await run({ function: 'Broken', event })).passed).toBe(false)
  expect((await run({ function: 'Broken', event, expect: { status: 503, error: { line: 2 } } })).passed).toBe(
    true,
  )
})

test('an unknown function and a wrong field are told', async () => {
  expect((await run({ function: 'Nobody', event })).steps[0]?.failures[0]).toContain('“Nobody”')
  expect(parseScenarios({ name: 'x', steps: [{ function: 'A', event: {}, expect: { uri: '/' } }] }).ok).toBe(
    false,
  )
})

test('a design of functions alone needs no distribution', async () => {
  const { Site: _site, ...resources } = document.resources
  const scenario: Scenario = { name: 'x', steps: [{ function: 'Rewrite', event }] }
  expect((await runScenario({ ...document, resources }, scenario, { runner })).passed).toBe(true)
})
