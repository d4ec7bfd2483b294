import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageOf, coverages } from './pattern-coverage.ts'
import { answersAbout } from './pattern-lists.ts'

const pattern = fc
  .array(fc.constantFrom('/', 'a', 'b', 'c', '*', '?'), { maxLength: 6 })
  .map((parts) => parts.join(''))

type Step = readonly [kind: 'set' | 'add' | 'remove' | 'move', at: number, to: number, pattern: string]
const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const step = fc.tuple(fc.constantFrom('set', 'add', 'remove', 'move'), share, share, pattern)

function stepped(list: readonly string[], [kind, at, to, text]: Step): string[] {
  const place = Math.floor(at * list.length)
  if (kind === 'set') return list.map((one, index) => (index === place ? text : one))
  if (kind === 'add') return list.toSpliced(place, 0, text)
  const without = list.toSpliced(place, 1)
  return kind === 'remove' ? without : without.toSpliced(Math.floor(to * list.length), 0, list[place] ?? text)
}

test('a list that came of another one by any steps is judged as if it were the first', () => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 14 }), fc.array(step, { maxLength: 8 }), (first, steps) => {
      let list = first
      for (const one of steps) {
        list = stepped(list, one)
        const now = list
        expect(coverages(now)).toEqual(now.map((each, place) => coverageOf(now.slice(0, place), each)))
      }
    }),
    { numRuns: 150 },
  )
})

/** Which places are asked about after a list became another one. */
function askedFor(was: readonly string[], is: readonly string[]): readonly number[] {
  const asked: number[] = []
  const answers = answersAbout<{ readonly pattern: string }, number>({
    isSame: (one, other) => one.pattern === other.pattern,
    ask: (_, place) => {
      asked.push(place)
      return place
    },
    moved: (answer, to) => to(answer),
  })
  const listed = (list: readonly string[]) => list.map((text) => ({ pattern: text }))
  answers(listed(was))
  asked.length = 0
  expect(answers(listed(is))).toEqual([...is.keys()])
  return asked
}

test('only what is near an edited, added, removed or moved pattern is asked about again', () => {
  const list = ['/a/*', '/b/*', '/c/*', '/d/*', '/b/x']
  expect(askedFor(list, list)).toEqual([])
  expect(askedFor(list, list.with(1, '/z/*'))).toEqual([1, 4])
  expect(askedFor(list, list.toSpliced(2, 1))).toEqual([])
  expect(askedFor(list, list.toSpliced(2, 0, '/z/*'))).toEqual([2])
  expect(askedFor(list, ['/b/*', '/c/*', '/d/*', '/a/*', '/b/x'])).toEqual([3])
  expect(askedFor(list, ['/d/*', '/a/*', '/b/*', '/c/*', '/b/x'])).toEqual([0])
})
