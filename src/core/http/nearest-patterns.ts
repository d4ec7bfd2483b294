/** Which of the path patterns that a path does not match came nearest: where a person expected another behavior, it is one of these. */
import { matchesPattern } from './path-pattern.ts'

/** So many letters does one of the usual mistakes count: more than any path has. */
const usual = 10_000

/** The letters that a pattern and a path have in common before the first wildcard, the slash before them aside. */
function commonStart(pattern: string, path: string): number {
  const [literal = ''] = pattern.replace(/^\//, '').split(/[*?]/)
  const bare = path.replace(/^\//, '')
  let length = 0
  while (length < literal.length && literal[length] === bare[length]) length += 1
  return length
}

/** How near a path comes: by its case, by a slash at its end, else by how it begins. */
function nearness(pattern: string, path: string): number {
  const isUsual =
    matchesPattern(pattern.toLowerCase(), path.toLowerCase()) ||
    matchesPattern(pattern, `${path}/`) ||
    matchesPattern(pattern, path.replace(/\/$/, ''))
  return (isUsual ? usual : 0) + commonStart(pattern.toLowerCase(), path.toLowerCase())
}

/** The nearest of them, in their own order. */
export function nearestPatterns(patterns: readonly string[], path: string, most: number): readonly string[] {
  const ranked = patterns.map((pattern, order) => ({ pattern, order, near: nearness(pattern, path) }))
  return ranked
    .toSorted((a, b) => b.near - a.near || a.order - b.order)
    .slice(0, most)
    .toSorted((a, b) => a.order - b.order)
    .map(({ pattern }) => pattern)
}
