/** Choosing a behavior by path. */
import { normalizePattern, PathAutomaton } from './path-automaton.ts'
import { shapeOf, takes } from './pattern-shape.ts'

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
  takes(shapeOf(pattern).tokens, path.replace(/^\//, '').replaceAll('*', '\u0002'))

/** A path that a pattern matches. */
export const examplePath = (pattern: string): string =>
  `/${normalizePattern(pattern).replaceAll('*', 'a').replaceAll('?', 'a')}`
