import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomRuns } from '#fixtures/random-runs.ts'
import { compilePatterns, examplePath, matchesPattern } from './path-pattern.ts'
import { coverageOf } from './pattern-coverage.ts'
import { overlapOf } from './pattern-overlap.ts'

const asRegExp = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replace(/^\//, '')
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^]*')
      .replaceAll('?', '[^]')}$`,
  )
const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?', '.'), maxLength: 7 })
const paths = fc
  .string({ unit: fc.constantFrom('a', 'b', '/', '.', 'c'), maxLength: 8 })
  .map((path) => `/${path}`)

test('the first matching pattern wins, as a list of regular expressions would have it', () => {
  fc.assert(
    fc.property(fc.array(patterns, { maxLength: 6 }), paths, (list, path) => {
      expect(compilePatterns(list).match(path)).toBe(
        list.findIndex((pattern) => asRegExp(pattern).test(path.slice(1))),
      )
    }),
    { numRuns: randomRuns(2000) },
  )
})

test('case counts, the leading slash does not, and a pattern must match the whole path', () => {
  expect(matchesPattern('/a/*.jpg', '/a/b/c.jpg')).toBe(true)
  expect(matchesPattern('a/*.jpg', '/a/.jpg')).toBe(true)
  expect(matchesPattern('*.jpg', '/a.JPG')).toBe(false)
  expect(matchesPattern('/api', '/api/users')).toBe(false)
  expect(matchesPattern('/a?c', '/abc')).toBe(true)
})

test('coverage agrees with trying paths', () => {
  fc.assert(
    fc.property(
      fc.array(patterns, { minLength: 1, maxLength: 4 }),
      patterns,
      fc.array(paths),
      (earlier, later, tried) => {
        const { covered } = coverageOf(earlier, later)
        const escapes = [examplePath(later), ...tried].some(
          (path) => matchesPattern(later, path) && compilePatterns(earlier).match(path) < 0,
        )
        if (escapes) expect(covered).not.toBe(true)
      },
    ),
    { numRuns: randomRuns(500) },
  )
})

/** Every path over a few characters, one of which no pattern names. */
const everyPath = (length: number): string[] =>
  length === 0
    ? ['']
    : ['', ...everyPath(length - 1).flatMap((rest) => ['a', 'b', 'c'].map((first) => first + rest))]
const shortPatterns = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 4 })
const tried = [...new Set(everyPath(6))].map((path) => `/${path}`)

test('coverage and overlap are what trying every short path says', () => {
  fc.assert(
    fc.property(fc.array(shortPatterns, { minLength: 1, maxLength: 3 }), shortPatterns, (earlier, later) => {
      const mine = tried.filter((path) => asRegExp(later).test(path.slice(1)))
      const all = earlier.map(asRegExp)
      expect(coverageOf(earlier, later).covered).toBe(
        mine.every((path) => all.some((one) => one.test(path.slice(1)))),
      )
      const shared = overlapOf(earlier[0] ?? '', later)
      expect(shared !== undefined).toBe(mine.some((path) => all[0]?.test(path.slice(1))))
      if (shared !== undefined)
        expect([later, earlier[0] ?? ''].every((one) => matchesPattern(one, shared))).toBe(true)
    }),
    { numRuns: randomRuns(1000) },
  )
})

test('several patterns can cover one together', () => {
  expect(coverageOf(['/a/*', '/b/*', '/?/x'], '/?/x').by).toEqual([2])
  expect(coverageOf(['*a', '*b', 'c'], 'x?')).toEqual({ covered: false, by: [] })
  expect(coverageOf(['?*', ''], '*')).toEqual({ covered: true, by: [0, 1] })
})

test('an overlap is shown by a path that both match', () => {
  const path = overlapOf('/img/*', '*.png')
  expect(path && matchesPattern('/img/*', path) && matchesPattern('*.png', path)).toBe(true)
  expect(overlapOf('/a/*', '/b/*')).toBeUndefined()
})
