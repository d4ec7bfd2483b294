import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compilePatterns, coverageOf, examplePath, matchesPattern, overlapOf } from './path-pattern.ts'

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
    { numRuns: 2000 },
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
    { numRuns: 500 },
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
