import { expect, test } from 'vitest'
import { inOrder, placesOf, shiftFor } from './column.ts'

const named = (id: string, ...users: number[]) => ({ id, users })
const names = (things: readonly { id: string }[]) => things.map(({ id }) => id).join(' ')

test('targets stand in the order of the mean place of their rows, the unused last', () => {
  const things = [named('none'), named('late', 90), named('wide', 10, 70), named('early', 20)]
  expect(names(inOrder(things, false))).toBe('early wide late none')
})

test('beside a long lane, of which a part is seen, the first row decides', () => {
  const things = [named('early', 20), named('wide', 10, 700)]
  expect(names(inOrder(things, true))).toBe('wide early')
})

test('a target stands beside its rows, none over another and none above the lane', () => {
  const lane = { top: 0, bottom: 400, height: 66, pitch: 78 }
  expect(placesOf([named('a', 16), named('b', 20), named('c', 300)], lane)).toEqual([0, 78, 267])
})

test('what would stand below the lane is moved up as far as the others leave room', () => {
  const lane = { top: 0, bottom: 240, height: 66, pitch: 78 }
  expect(placesOf([named('a', 230), named('b', 232), named('c', 234)], lane)).toEqual([18, 96, 174])
})

test('more targets than the lane is high are stacked from its upper end', () => {
  const lane = { top: 0, bottom: 100, height: 66, pitch: 78 }
  expect(placesOf([named('a', 90), named('b', 92), named('c', 94)], lane)).toEqual([0, 78, 156])
})

test('beside a long lane the targets are stacked at its upper end', () => {
  const lane = { top: 0, bottom: 2400, height: 66, pitch: 78 }
  expect(placesOf([named('a', 1200), named('b', 1300)], lane)).toEqual([0, 78])
})

const lane = { top: 0, bottom: 2400 }
test('a column goes along with the view as far as the lane goes', () => {
  const column = { top: 0, bottom: 300 }
  expect(shiftFor(column, lane, { top: -20, bottom: 480 })).toBe(0)
  expect(shiftFor(column, lane, { top: 1000, bottom: 1500 })).toBe(1000)
  expect(shiftFor(column, lane, { top: 2300, bottom: 2800 })).toBe(2100)
})

test('a column that is higher than the view shows its end at the end of the lane', () => {
  const column = { top: 0, bottom: 900 }
  expect(shiftFor(column, lane, { top: 0, bottom: 500 })).toBe(0)
  expect(shiftFor(column, lane, { top: 1900, bottom: 2400 })).toBe(1500)
  expect(shiftFor({ top: 0, bottom: 3000 }, lane, { top: 1000, bottom: 1500 })).toBe(0)
})
