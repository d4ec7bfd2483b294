import { expect, test } from 'vitest'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { distribution } from '#fixtures/build.ts'
import { claimsIn, claimsOf, isClaimed, withClaim, withoutClaim } from './claims.ts'
import { compareExpectation } from './expectation.ts'
import { answersAll } from './origin-scripts.ts'

const simulation = createSimulation({ document: distribution(), origins: { web: answersAll } })
const result = await simulation.request({ url: '/a?x=1', headers: { 'Accept-Encoding': 'br' } })
const claimAt = (path: string) => {
  const claim = claimsOf(result).find((one) => one.path.join('/') === path)
  if (!claim) throw new Error(`No claim at ${path}.`)
  return claim
}

test('all that may be claimed of a result together holds of it', () => {
  const expectation = claimsOf(result).reduce((before, claim) => withClaim(before, claim, result), {})
  expect(compareExpectation(expectation, result)).toEqual([])
  expect(claimsIn(expectation, result).length).toBe(claimsOf(result).length)
})

test('a claim about the origin request keeps the number of attempts', () => {
  const expectation = withClaim(undefined, claimAt('originRequests/0/path'), result)
  expect(expectation).toEqual({ originRequests: [{ path: '/a' }] })
})

test('a claim is taken back with what it alone needed', () => {
  const path = claimAt('originRequests/0/path').path
  const both = withClaim(
    withClaim(undefined, claimAt('status'), result),
    claimAt('originRequests/0/path'),
    result,
  )
  expect(isClaimed(both, path)).toBe(true)
  expect(withoutClaim(both, path)).toEqual({ status: 200 })
  expect(withoutClaim({ status: 200 }, ['status'])).toBeUndefined()
})

test('each line of an expectation says for itself whether it holds', () => {
  const lines = claimsIn({ status: 404, headers: { age: null }, ttl: { $gte: 60 } }, result)
  expect(lines.map(({ text, failure }) => [text, failure === null])).toEqual([
    ['status: 404', false],
    ['headers / age: null', true],
    ['ttl: {"$gte":60}', true],
  ])
  expect(lines[0]?.failure).toBe('/status: expected 404, got 200')
})
