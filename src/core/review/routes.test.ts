import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomRuns } from '#fixtures/random-runs.ts'
import { pathBetween, routingOf } from './routes.ts'
import { sizeInWords } from './words.ts'

/** Every path over a few characters, one of which no pattern names. */
const everyPath = (length: number): string[] =>
  length === 0
    ? ['']
    : ['', ...everyPath(length - 1).flatMap((rest) => ['a', 'b', 'c'].map((first) => first + rest))]
const paths = [...new Set(everyPath(6))].map((path) => `/${path}`)
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 4 })
const list = fc.uniqueArray(pattern, { maxLength: 4 })

test('the pairs of behaviors that paths go between are those that trying every short path finds', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const [old, now] = [routingOf(before), routingOf(after)]
      const tried = new Set(paths.map((path) => `${old.choose(path)} ${now.choose(path)}`))
      for (const i of old.patterns.keys())
        for (const j of now.patterns.keys()) {
          const found = pathBetween(old, now, i, j)
          if (tried.has(`${i} ${j}`)) expect(found).toBeDefined()
          // What no short path shows, a longer one may: the witness proves it.
          if (found)
            expect([old.choose(found.witness ?? ''), now.choose(found.witness ?? '')]).toEqual([i, j])
        }
    }),
    { numRuns: randomRuns(400) },
  )
})

test('a class is as large as its patterns say, less what earlier ones take', () => {
  const before = routingOf(['/img/*'])
  const after = routingOf(['/api/v1/*', '/api/*', '*.jpg', '/robots.txt', '/img/*'])
  const words = (i: number, j: number) => sizeInWords(before, after, i, j)
  expect(words(1, 1)).toBe('everything under /api/ but /api/v1/*')
  expect(words(1, 3)).toBe('/robots.txt alone')
  expect(words(1, 2)).toBe('everything that ends with .jpg but /img/* and /api/*')
  expect(words(0, 2)).toBe('what matches both /img/* and *.jpg')
  expect(words(1, 5)).toBe('everything but /img/*, /api/*, *.jpg and /robots.txt')
})

test('a path that no request has, such as “//x”, is the witness only where there is no other', () => {
  const [before, after] = [routingOf([]), routingOf(['//x', '/a*'])]
  expect(pathBetween(before, after, 0, 1)?.witness).toBe('/ax')
  expect(pathBetween(before, after, 0, 2)?.witness).toBe('/x')
})

test('a behavior that earlier ones cover wholly has no paths', () => {
  const [before, after] = [routingOf(['/a/*']), routingOf(['/*', '/a/*'])]
  expect(pathBetween(before, after, 0, 1)).toBeUndefined()
  expect(pathBetween(before, after, 0, 0)?.witness).toBe('/a/x')
  expect(pathBetween(before, after, 1, 2)).toBeUndefined()
})
