import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import type { Scenario } from '#core/model/scenario.ts'
import { runScenario } from '#core/trace/scenario/scenario.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'
import { notPlayedLines } from './not-played-text.ts'

const named = (name: string): Scenario => ({
  name,
  origins: { web: [{ response: { status: 200, body: 'x' } }] },
  steps: [{ request: { url: '/a' } }, { request: { url: '/a' } }],
})
const run = (document: DesignDocument, name: string) =>
  runScenario(document, named(name), { tellsNotPlayed: true })
const smooth = distribution({ DefaultCacheBehavior: defaultBehavior('web', { SmoothStreaming: true }) })

test('what the traces left out is told once, with the scenarios that it concerns', async () => {
  const one = await run(distribution(), 'one')
  const two = await run(distribution(), 'two')
  const [line, ...more] = notPlayedLines([one, two])
  expect(more).toEqual([])
  expect(line).toMatch(/^Of this design the trace leaves out: .* \(2 scenarios\)$/)
  expect(notPlayedLines([one])[0]).toContain('(“one”)')
})

test('a design that leaves out something else has a line of its own', async () => {
  const lines = notPlayedLines([await run(distribution(), 'plain'), await run(smooth, 'smooth')])
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/SmoothStreaming.*\(“smooth”\)$/)
})
