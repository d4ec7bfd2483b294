/** How large a class of paths is, in words. */
import { shapeOf, takes } from '#core/http/pattern-shape.ts'
import { exceptions, type Routing } from './routes.ts'

const crossing = 'what matches both'

/** Whether paths are told as those that two patterns share: few, beside those of one pattern. */
export const isCrossing = (paths: string): boolean => paths.startsWith(crossing)

/** A pattern as people write it: with its slash, unless it begins with a wildcard. */
export const writtenPattern = (pattern: string): string => (/^[/*]/.test(pattern) ? pattern : `/${pattern}`)

/** The paths of one pattern. */
export function pathsOf(pattern: string): string {
  const { tokens, head, tail } = shapeOf(pattern)
  if (tokens === '*') return 'everything'
  if (!/[*?]/.test(tokens)) return `/${tokens} alone`
  if (tokens === `${head}*`)
    return head.endsWith('/') ? `everything under /${head}` : `everything that begins with /${head}`
  if (tokens === `*${tail}`) return `everything that ends with ${tail}`
  return `everything that matches ${writtenPattern(tokens)}`
}

export const enumerated = (items: readonly string[], last = 'and'): string =>
  items.length <= 1 ? items.join() : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`

const mostNamed = 6

function but(patterns: readonly string[]): string {
  if (patterns.length === 0) return ''
  const named = patterns.slice(0, mostNamed).map(writtenPattern)
  const rest = patterns.length - named.length
  return ` but ${rest > 0 ? `${named.join(', ')} and ${rest} more pattern${rest === 1 ? '' : 's'}` : enumerated(named)}`
}

/** The paths that go from one behavior to the other: `everything under /api/ but /api/v1/*`. */
export function sizeInWords(before: Routing, after: Routing, i: number, j: number): string {
  const [mine, theirs] = [before.patterns[i] ?? '*', after.patterns[j] ?? '*']
  const [left, right] = [shapeOf(mine).tokens, shapeOf(theirs).tokens]
  const except = but(exceptions(before, after, i, j))
  if (takes(left, right)) return `${pathsOf(theirs)}${except}`
  if (takes(right, left)) return `${pathsOf(mine)}${except}`
  return `${crossing} ${writtenPattern(left)} and ${writtenPattern(right)}${except}`
}
