import { expect, test } from 'vitest'
import { byGroup, cutAt } from './by-path.ts'

test('rows go by their groups, and within a group as they were', () => {
  const groups = Uint32Array.of(2, 0, 2, 1, 0, 2)
  expect([...byGroup(Uint32Array.of(5, 4, 2, 1, 0, 3), groups, 3)]).toEqual([4, 1, 3, 5, 2, 0])
  expect([...byGroup(Uint32Array.of(), groups, 3)]).toEqual([])
})

test('rows are cut before the first one of a time', () => {
  const times = Float64Array.of(10, 20, 20, 30)
  const cut = (...cuts: number[]) => cutAt(Uint32Array.of(0, 1, 2, 3), times, cuts).map((part) => [...part])
  expect(cut()).toEqual([[0, 1, 2, 3]])
  expect(cut(20, 25)).toEqual([[0], [1, 2], [3]])
  expect(cut(5, 40)).toEqual([[0, 1, 2, 3]])
})
