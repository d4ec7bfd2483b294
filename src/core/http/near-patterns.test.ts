import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearPatterns } from './near-patterns.ts'
import { coverageOf, coverages } from './pattern-coverage.ts'
import { cannotOverlap, shapeOf } from './pattern-shape.ts'

const pattern = fc
  .array(fc.constantFrom('/', 'a', 'b', '*', '?'), { maxLength: 6 })
  .map((parts) => parts.join(''))
const patterns = fc.array(pattern, { maxLength: 12 })

const many = fc.array(pattern, { minLength: 100, maxLength: 140 })

test('the patterns near one are those that comparing each pair finds, in the order of the list', () => {
  fc.assert(
    fc.property(fc.oneof(patterns, many), (list) => {
      const near = nearPatterns(list)
      for (const [place, one] of list.entries())
        expect(near(place)).toEqual(
          [...list.keys()].filter(
            (other) => other < place && !cannotOverlap(shapeOf(list[other] ?? ''), shapeOf(one)),
          ),
        )
    }),
  )
})

test('a list is judged as each of its patterns is alone', () => {
  fc.assert(
    fc.property(patterns, (list) => {
      expect(coverages(list)).toEqual(list.map((one, place) => coverageOf(list.slice(0, place), one)))
    }),
    { numRuns: 50 },
  )
})

test('twenty thousand patterns that never meet are not compared with each other', () => {
  const near = nearPatterns(Array.from({ length: 20_000 }, (_, index) => `/p${index}/*`))
  expect(Array.from({ length: 20_000 }, (_, place) => near(place).length).every((count) => count === 0)).toBe(
    true,
  )
})
