import { expect, test } from 'vitest'
import { coarser, inReadableSteps } from './coarser.ts'
import { emptyCount, type TimeGroup } from './counts.ts'

const minute = 60_000
const minutes = (count: number, requests: number): readonly TimeGroup[] =>
  Array.from({ length: count }, (_, at) => ({
    ...emptyCount(),
    start: at * minute,
    requests,
    hits: requests,
  }))
const sum = (groups: readonly TimeGroup[]) => groups.reduce((all, { hits }) => all + hits, 0)

test('wider steps lose no request, and begin where their first one does', () => {
  const wide = coarser(minutes(301, 3), 40)
  expect(wide.length).toBeLessThanOrEqual(40)
  expect(sum(wide)).toBe(903)
  expect(wide[1]?.start).toBe(8 * minute)
  const few = minutes(3, 1)
  expect(coarser(few, 3)).toBe(few)
  expect(coarser([], 3)).toEqual([])
})

test('a step of a line has enough requests to be compared with its neighbor, and a short log still has points', () => {
  const thin = inReadableSteps(minutes(300, 3))
  expect(Math.min(...thin.slice(0, -1).map(({ requests }) => requests))).toBeGreaterThanOrEqual(20)
  expect(inReadableSteps(minutes(1440, 700)).length).toBeLessThanOrEqual(160)
  expect(inReadableSteps(minutes(60, 1)).length).toBe(12)
  expect(thin[1]?.start).toBe(10 * minute)
  expect(inReadableSteps(minutes(500_000, 50)).length).toBeLessThanOrEqual(160)
  expect(inReadableSteps(minutes(5, 1)).length).toBe(5)
  expect(inReadableSteps([])).toEqual([])
})
