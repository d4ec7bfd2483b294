import { wildcard } from './selection.ts'

/** The index of the first pattern that a path matches, or -1. A leading slash in a pattern means nothing. */
export function choosePattern(patterns: readonly string[]): (path: string) => number {
  const expressions = patterns.map((pattern) => wildcard(pattern.startsWith('/') ? pattern : `/${pattern}`))
  return (path) => expressions.findIndex((expression) => expression.test(path))
}
