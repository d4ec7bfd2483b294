import { expect, test } from 'vitest'
import type { RequestResult } from '#core/model/scenario.ts'
import { behavior, distribution } from '#fixtures/build.ts'
import { ratioOf, recordsOf } from './records.ts'

const document = distribution({ CacheBehaviors: [behavior('/api/*', 'web')] })
const result = (pattern: string, resultType: string): RequestResult =>
  ({ behavior: pattern, resultType, status: 200, servedBy: 'edge' }) as RequestResult
const rowOf = (records: ReturnType<typeof recordsOf>, key: string) => records.get(`Site/behavior/${key}`)
const session = (...results: RequestResult[]) => ({ owner: 'Site', results, isCurrent: true })

test('a behavior of which nothing is known says nothing', () => {
  expect(recordsOf(document, {}).size).toBe(0)
  const records = recordsOf(document, { session: session(result('*', 'Hit')) })
  expect([...records.keys()]).toEqual(['Site/behavior/default'])
})

test('one request is told by its outcome, several by the last one and the hits among them', () => {
  const records = recordsOf(document, {
    session: session(result('*', 'Hit'), result('*', 'Miss'), result('/api/*', 'Miss')),
  })
  expect(rowOf(records, 'default')).toEqual({
    text: '1/2',
    outcome: 'hit',
    words: 'The last request here: Hit. Requests of this visit: 1 of 2 requests were hits',
  })
  expect(rowOf(records, 'behavior-/api/*')).toEqual({ text: 'Miss', outcome: 'miss' })
})

test('a replay of the design says more than some requests, and they more than scenarios', () => {
  const counts = [{ name: '*', hits: 9000, refreshHits: 345, misses: 3000 }]
  const scenarios = [{ owner: 'Site', results: [result('*', 'Miss'), result('*', 'Miss')] }]
  const sent = session(result('*', 'Miss'), result('*', 'Hit'), result('*', 'Hit'))
  const all = recordsOf(document, { session: sent, replay: { owner: 'Site', counts }, scenarios })
  expect(rowOf(all, 'default')).toMatchObject({ text: '72.9 % 12.3K', outcome: 'miss' })
  expect(rowOf(recordsOf(document, { session: sent, scenarios }), 'default')?.text).toBe('2/3')
  expect(rowOf(recordsOf(document, { scenarios }), 'default')).toEqual({
    text: '0/2',
    outcome: undefined,
    words: 'Saved scenarios: 0 of 2 requests were hits',
  })
})

test('figures of the design before an edit, and of another distribution, are not told', () => {
  const sent = session(result('*', 'Hit'), result('*', 'Hit'))
  expect(rowOf(recordsOf(document, { session: { ...sent, isCurrent: false } }), 'default')?.text).toBe('Hit')
  expect(recordsOf(document, { session: { ...sent, owner: 'Other' } }).size).toBe(0)
})

test('a behavior whose requests failed in a replay says so, and is none of the hits', () => {
  const of = (errors: number, misses: number) => ({ name: '*', hits: 0, refreshHits: 0, misses, errors })
  const told = (counts: ReturnType<typeof of>) =>
    rowOf(recordsOf(document, { replay: { owner: 'Site', counts: [counts] } }), 'default')
  expect(told(of(1691, 0))).toEqual({
    text: '1.7K failed',
    outcome: 'error',
    words: 'Replay: 1,691 of 1,691 requests ended in an error',
  })
  // A few errors among many requests are in the report.
  expect(told(of(3, 300))?.text).toBe('0.0 % 300')
})

test('a ratio that is not whole is never said to be', () => {
  expect(ratioOf({ name: '*', hits: 9999, refreshHits: 0, misses: 1 }, 'Replay')?.text).toBe('99.9 % 10K')
  expect(ratioOf({ name: '*', hits: 1, refreshHits: 0, misses: 0 }, 'Replay')).toBeUndefined()
})
