/** Choosing a behavior by path, and deciding exactly which patterns take which paths. */
import { normalizePattern, PathAutomaton, type State } from './path-automaton.ts'

export interface PatternMatcher {
  /** The index of the first pattern in the list that matches the whole path; -1 where none does. */
  match(path: string): number
}

/** States kept before the automaton starts afresh: memory stays bounded whatever paths come. */
const maxStates = 20_000

/** Compiles an ordered list of path patterns; first match wins, as CloudFront does. */
export function compilePatterns(patterns: readonly string[]): PatternMatcher {
  let automaton = new PathAutomaton(patterns)
  return {
    match(path) {
      if (automaton.size > maxStates) automaton = new PathAutomaton(patterns)
      let state = automaton.start
      for (let at = path.charCodeAt(0) === 47 ? 1 : 0; at < path.length; at += 1)
        state = automaton.step(state, path.charCodeAt(at))
      return state.accepts
    },
  }
}

/** Whether one path pattern matches a whole path. */
export const matchesPattern = (pattern: string, path: string): boolean =>
  compilePatterns([pattern]).match(path) === 0

const withSlash = (path: string) => (path.startsWith('/') ? path : `/${path}`)

/** A path that a pattern matches. */
export const examplePath = (pattern: string): string =>
  withSlash(normalizePattern(pattern).replaceAll('*', 'a').replaceAll('?', 'a'))

/** Pairs of states looked at before a question counts as undecided. */
const maxPairs = 50_000

interface Pair {
  readonly left: State
  readonly right: State
  readonly path: string
}

/** Walks two automata together, shortest paths first; stops at the first pair that `found` accepts. */
function walkTogether(
  left: PathAutomaton,
  right: PathAutomaton,
  found: (pair: Pair) => boolean,
): Pair | 'none' | 'undecided' {
  const codes = [...new Set([...left.representatives(), ...right.representatives()])]
  const numbers = new Map<State, number>()
  const numberOf = (state: State) => {
    const known = numbers.get(state) ?? numbers.size
    numbers.set(state, known)
    return known
  }
  const queue: Pair[] = [{ left: left.start, right: right.start, path: '' }]
  const seen = new Set<string>()
  for (const pair of queue) {
    if (found(pair)) return pair
    if (queue.length > maxPairs) return 'undecided'
    for (const code of codes) {
      const next = { left: left.step(pair.left, code), right: right.step(pair.right, code) }
      if (next.left.positions.length === 0) continue
      const key = `${numberOf(next.left)},${numberOf(next.right)}`
      if (seen.has(key)) continue
      seen.add(key)
      queue.push({ ...next, path: pair.path + String.fromCharCode(code) })
    }
  }
  return 'none'
}

const together = (left: readonly string[], right: readonly string[]) => {
  const alphabet = [...left, ...right].join('').replace(/[*?]/g, '')
  return [new PathAutomaton(left, alphabet), new PathAutomaton(right, alphabet)] as const
}

/** Overlaps found before: a design is checked after each edit, and few edits touch a pattern. */
const overlaps = new Map<string, string | undefined>()
const maxOverlaps = 50_000

/** A path that both patterns match; undefined where there is none. */
export function overlapOf(a: string, b: string): string | undefined {
  if (cannotOverlap(a, b)) return undefined
  const key = `${a}\n${b}`
  if (!overlaps.has(key)) {
    if (overlaps.size >= maxOverlaps) overlaps.clear()
    overlaps.set(key, findOverlap(a, b))
  }
  return overlaps.get(key)
}

function findOverlap(a: string, b: string): string | undefined {
  const [left, right] = together([a], [b])
  const result = walkTogether(left, right, (pair) => pair.left.accepts >= 0 && pair.right.accepts >= 0)
  return typeof result === 'string' ? undefined : withSlash(result.path)
}

const literalPrefix = (pattern: string) => /^[^*?]*/.exec(normalizePattern(pattern))?.[0] ?? ''
const literalSuffix = (pattern: string) => /[^*?]*$/.exec(normalizePattern(pattern))?.[0] ?? ''

/** A quick no: two literal beginnings or ends that differ. */
function cannotOverlap(a: string, b: string): boolean {
  const [headA, headB] = [literalPrefix(a), literalPrefix(b)]
  const [tailA, tailB] = [literalSuffix(a), literalSuffix(b)]
  const heads = Math.min(headA.length, headB.length)
  const tails = Math.min(tailA.length, tailB.length)
  return (
    headA.slice(0, heads) !== headB.slice(0, heads) ||
    tailA.slice(tailA.length - tails) !== tailB.slice(tailB.length - tails)
  )
}

export interface Coverage {
  /** Every path of the pattern is taken by an earlier one; undefined where it could not be decided. */
  readonly covered: boolean | undefined
  /** The earlier patterns that take its paths. */
  readonly by: readonly number[]
}

function isCovered(earlier: readonly string[], pattern: string): boolean | undefined {
  const [left, right] = together([pattern], earlier)
  const way = walkTogether(left, right, (pair) => pair.left.accepts >= 0 && pair.right.accepts < 0)
  return way === 'undecided' ? undefined : way === 'none'
}

/** A path of the pattern with a character that no pattern names wherever it has a wildcard. */
const strangePath = (pattern: string) => `/${normalizePattern(pattern).replace(/[*?]/g, '\u0001')}`

/** Whether earlier patterns, alone or several together, take every path of a later one. */
export function coverageOf(earlier: readonly string[], pattern: string): Coverage {
  const candidates = earlier.flatMap((other, index) => (cannotOverlap(other, pattern) ? [] : [index]))
  const textOf = (index: number) => earlier[index] ?? ''
  // One path that none takes settles most questions at once.
  if (compilePatterns(candidates.map(textOf)).match(strangePath(pattern)) < 0)
    return { covered: false, by: [] }
  for (const index of candidates)
    if (isCovered([textOf(index)], pattern)) return { covered: true, by: [index] }
  if (candidates.length < 2) return { covered: false, by: [] }
  const covered = isCovered(candidates.map(textOf), pattern)
  if (covered !== true) return { covered, by: [] }
  // Those that are not needed are left out, so that the finding names only what matters.
  const needed = candidates.reduceRight<number[]>((kept, index) => {
    const without = kept.filter((other) => other !== index)
    return without.length > 0 && isCovered(without.map(textOf), pattern) ? without : kept
  }, candidates)
  return { covered: true, by: needed }
}
