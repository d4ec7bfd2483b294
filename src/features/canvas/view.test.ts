import { expect, test } from 'vitest'
import { sharedStart } from './Labels.tsx'
import { changedNodes } from './use-following.ts'
import { least } from './view.ts'

test('what is in sight is not moved; what is not comes in by the least movement, its beginning first', () => {
  expect(least(30, 60, 500)).toBe(0)
  expect(least(13.98, 60, 500)).toBe(0)
  expect(least(-100, -60, 500)).toBe(122)
  expect(least(600, 640, 500)).toBe(-162)
  expect(least(400, 1400, 500)).toBe(-378)
  // A head that is wider than the canvas has become stays where it was shown first.
  expect(least(14, 510, 500)).toBe(0)
  expect(least(18, 1400, 500)).toBe(0)
})

const values = (entries: Readonly<Record<string, unknown>>) => new Map(Object.entries(entries))
const isHead = (id: string) => id === 'head'

test('an edit is about what it made, or else about what it changed, and about the distribution only alone', () => {
  const before = values({ head: 1, a: 1, b: 1 })
  expect(changedNodes(before, values({ head: 2, a: 1, b: 1, c: 1 }), isHead)).toEqual(['c'])
  expect(changedNodes(before, values({ head: 2, a: 2, b: 1 }), isHead)).toEqual(['a'])
  expect(changedNodes(before, values({ head: 2, a: 1, b: 1 }), isHead)).toEqual(['head'])
  expect(changedNodes(before, values({ head: 2, a: 1 }), isHead)).toEqual([])
})

test('names that stand together are said by what they have in common', () => {
  expect(sharedStart(['/section-1/*', '/section-2/*'])).toBe('/section-')
  expect(sharedStart(['/a', '*.jpg'])).toBe('')
  expect(sharedStart([])).toBe('')
})
