import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseScenarios } from './scenario.ts'
import { scenarioProblems } from './scenario-file.ts'

const problemsOf = scenarioProblems
const good = { name: 'a', steps: [{ request: { url: '/a' } }] }

test('one scenario, or several under “scenarios”, is read', () => {
  expect(problemsOf(good)).toEqual([])
  expect(problemsOf({ scenarios: [good, good] })).toEqual([])
})

test('every conformance scenario has a good form', () => {
  for (const kind of ['scenarios', 'functions']) {
    const folder = new URL(`../../../fixtures/conformance/${kind}/`, import.meta.url)
    for (const file of readdirSync(folder))
      expect(problemsOf(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))).toEqual([])
  }
})

test('an unknown field is told with its place and the fields there are', () => {
  const [problem] = problemsOf({ ...good, steps: [{ request: { url: '/a', verb: 'GET' } }] })
  expect(problem).toEqual({
    path: '/steps/0/request/verb',
    message: '/steps/0/request has no field “verb”; it has method, url, headers, body, viewer.',
  })
})

test.each([
  [{ name: 'a' }, 'The file lacks “steps”.'],
  [{ ...good, now: 'soon' }, '/now is “soon”, which is no date; write it as 2026-01-01T00:00:00Z.'],
  [{ ...good, steps: [{ advance: -1 }] }, '/steps/0/advance is -1; time runs forwards only.'],
  [
    { ...good, steps: [{ wait: 1 }] },
    '/steps/0 is no step: it has none of request, advance, invalidate, evict, function.',
  ],
  [
    { ...good, origins: { web: [{ error: 'tired' }] } },
    '/origins/web/0/error is "tired"; it takes one of connect-timeout, connection-refused, response-timeout, tls, dns, connection-reset.',
  ],
  [
    { ...good, origins: { web: [{ response: { status: '200' } }] } },
    '/origins/web/0/response/status is a string where a number belongs.',
  ],
  [
    { ...good, steps: [{ request: { url: '/a' }, expect: { statsu: 200 } }] },
    '/steps/0/expect has no field “statsu”; it has status, headers, body, behavior, xCache, resultType, detailedResultType, servedBy, cacheKey, ttl, originRequests, functions, events.',
  ],
  [[], 'The file is a list where an object belongs.'],
])('a wrong field is named: %j', (json, message) => {
  expect(problemsOf(json).map((problem) => problem.message)).toContain(message)
})

test('text that is not JSON is told as such', () => {
  expect(parseScenarios('{')).toMatchObject({
    ok: false,
    error: [expect.stringMatching(/^The file is not JSON: /)],
  })
})
