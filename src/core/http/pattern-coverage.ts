/** Whether patterns take every path of another one, alone or several together, decided exactly. */
import { PathAutomaton, type State } from './path-automaton.ts'
import { answersAbout } from './pattern-lists.ts'
import { cannotOverlap, shapeOf, takes } from './pattern-shape.ts'

export interface Coverage {
  /** Every path of the pattern is taken by an earlier one; undefined where it could not be decided. */
  readonly covered: boolean | undefined
  /** The earlier patterns that take its paths. */
  readonly by: readonly number[]
}

/** Pairs of states looked at before a question counts as undecided. */
const maxPairs = 10_000

/** Whether some path ends in an accepting state of `pattern` and in none of `earlier`: both are walked together. */
function isCovered(earlier: readonly string[], pattern: string): boolean | undefined {
  const alphabet = [pattern, ...earlier].join('').replace(/[*?]/g, '')
  const left = new PathAutomaton([pattern], alphabet)
  const right = new PathAutomaton(earlier, alphabet)
  const codes = [...new Set([...left.representatives(), ...right.representatives()])]
  const queue: [State, State][] = [[left.start, right.start]]
  const seen = new Map<State, Set<State>>()
  for (const [mine, theirs] of queue) {
    if (mine.accepts >= 0 && theirs.accepts < 0) return false
    if (queue.length > maxPairs) return undefined
    for (const code of codes) {
      const next = left.step(mine, code)
      if (next.positions.length === 0) continue
      const other = right.step(theirs, code)
      const met = seen.get(next) ?? new Set()
      if (met.has(other)) continue
      seen.set(next, met.add(other))
      queue.push([next, other])
    }
  }
  return true
}

/** Those of a covering set that are needed, so that a finding names only what matters. */
const needed = (candidates: readonly number[], textOf: (index: number) => string, pattern: string) =>
  candidates.reduceRight<readonly number[]>((kept, index) => {
    const without = kept.filter((other) => other !== index)
    return without.length > 0 && isCovered(without.map(textOf), pattern) ? without : kept
  }, candidates)

/** Whether earlier patterns, alone or several together, take every path of a later one. */
export function coverageOf(earlier: readonly string[], pattern: string): Coverage {
  const shape = shapeOf(pattern)
  const near = [...earlier.keys()].filter((index) => !cannotOverlap(shapeOf(earlier[index] ?? ''), shape))
  return coverageAmong(near, (index) => earlier[index] ?? '', pattern)
}

function coverageAmong(
  near: readonly number[],
  textOf: (index: number) => string,
  pattern: string,
): Coverage {
  const shape = shapeOf(pattern)
  const candidates: number[] = []
  for (const index of near) {
    const candidate = shapeOf(textOf(index))
    // Token by token is enough for a yes; where it says no, the answer may still be yes.
    if (takes(candidate.tokens, shape.tokens)) return { covered: true, by: [index] }
    candidates.push(index)
  }
  const isTaken = (path: string) => candidates.some((index) => takes(shapeOf(textOf(index)).tokens, path))
  if (!shape.witnesses.every(isTaken)) return { covered: false, by: [] }
  for (const index of candidates)
    if (shape.witnesses.every((path) => takes(shapeOf(textOf(index)).tokens, path)))
      if (isCovered([textOf(index)], pattern)) return { covered: true, by: [index] }
  if (candidates.length < 2) return { covered: false, by: [] }
  const covered = isCovered(candidates.map(textOf), pattern)
  return { covered, by: covered === true ? needed(candidates, textOf, pattern) : [] }
}

/** For each pattern of an ordered list, whether those before it take all its paths. */
const coveragesIn = answersAbout<{ readonly pattern: string }, Coverage>({
  isSame: (one, other) => one.pattern === other.pattern,
  ask: (items, place, near) =>
    coverageAmong(near, (index) => items[index]?.pattern ?? '', items[place]?.pattern ?? ''),
  moved: ({ covered, by }, to) => ({ covered, by: by.map(to) }),
})

export const coverages = (patterns: readonly string[]): readonly Coverage[] =>
  coveragesIn(patterns.map((pattern) => ({ pattern })))
