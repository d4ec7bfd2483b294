import { expect, test } from 'vitest'
import type { RequestResult } from '#core/model/scenario.ts'
import { pairOf, sidesOf } from './pair.ts'
import type { Traced } from './trace.ts'

const traced = (id: number, url: string): Traced => ({
  id,
  at: 0,
  request: { url },
  result: {} as RequestResult,
})
const none = { one: undefined, two: undefined }
const ids = (pair: ReturnType<typeof pairOf>) => pair && [pair.one.id, pair.two.id]

test('the last request stands beside the last one before it for its path, whatever its query', () => {
  const sides = sidesOf({ traced: [traced(7, '/a?x=1'), traced(6, '/b'), traced(5, '/a')], before: [] }, [])
  expect(ids(pairOf(sides, none))).toEqual(['sent 5', 'sent 7'])
})

test('after an edit it stands beside itself before the edit', () => {
  const sides = sidesOf(
    { traced: [traced(9, '/a'), traced(8, '/a')], before: [traced(7, '/a'), traced(6, '/a')] },
    [],
  )
  expect(ids(pairOf(sides, none))).toEqual(['before 7', 'sent 9'])
})

test('what was chosen stays, and what has gone is replaced', () => {
  const sides = sidesOf({ traced: [traced(3, '/c'), traced(2, '/b'), traced(1, '/a')], before: [] }, [])
  expect(ids(pairOf(sides, { one: 'sent 1', two: 'sent 2' }))).toEqual(['sent 1', 'sent 2'])
  expect(ids(pairOf(sides, { one: 'sent 3', two: undefined }))).toEqual(['sent 3', 'sent 2'])
  expect(ids(pairOf(sides, { one: 'sent 12', two: 'sent 1' }))).toEqual(['sent 3', 'sent 1'])
})

test('one request alone has none beside it', () => {
  expect(pairOf(sidesOf({ traced: [traced(1, '/a')], before: [] }, []), none)).toBeUndefined()
})
