import { expect, test } from 'vitest'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { hintsFor } from '#core/trace/explain/hints/index.ts'
import { distribution } from '#fixtures/build.ts'
import { tellStory } from './story.ts'

const document = distribution()
const simulation = createSimulation({
  document,
  origins: { web: [{ response: { status: 200, body: 'x' } }] },
})
const request = { url: '/search?q=1' }
const result = await simulation.request(request)
const hints = hintsFor({ document, distribution: 'Site', request, result })
const story = tellStory('GET /search?q=1 (cold)', result, hints, (path) => `cdn.yaml:${path.length}:1`)

test('the story begins with the outcome and what is behind it', () => {
  const [heading, outcome, , behind] = story.split('\n')
  expect(heading).toBe('== GET /search?q=1 (cold)')
  expect(outcome).toMatch(/200 {2}Miss from cloudfront {2}served by origin {2}behavior \* .*20 ms simulated/)
  expect(behind).toBe('   What is behind it')
  expect(story).toContain('does not get the query string parameter “q”')
})

test('a step names the setting with its place in the file, and what it changed as a diff', () => {
  expect(story).toContain('by Site/DefaultCacheBehavior (cdn.yaml:4:1)')
  expect(story).toContain('     origin request:\n')
  expect(story).toContain('       - query: q=1\n')
  expect(story).toContain('       + x-cache: Miss from cloudfront')
})

test('no line carries an escape sequence or is wider than a terminal, but for addresses and headers', () => {
  expect(story.includes(String.fromCharCode(27))).toBe(false)
  const prose = story.split('\n').filter((line) => !/https:\/\/|: |^ {5}by /.test(line))
  expect(prose.filter((line) => line.length > 100)).toEqual([])
})
