/** What is known of one path pattern before it is compared with others; made once, since a design compares them all. */
import { normalizePattern } from './path-automaton.ts'

export interface PatternShape {
  /** Without a leading slash; in a run of wildcards the `?`s come first and one `*` last. */
  readonly tokens: string
  /** What every path of it begins and ends with. */
  readonly head: string
  readonly tail: string
  /** Paths of it, one per kind of stand-in for its wildcards: what none of the others takes settles a question at once. */
  readonly witnesses: readonly string[]
}

/** A character that no pattern names: patterns are printable. */
const strange = '\u0001'

const canonical = (pattern: string): string =>
  normalizePattern(pattern).replace(/[*?]{2,}/g, (run) =>
    run.includes('*') ? `${run.replaceAll('*', '')}*` : run,
  )

function makeShape(pattern: string): PatternShape {
  const tokens = canonical(pattern)
  const plain = tokens.replaceAll('?', strange)
  let witnesses: readonly string[] | undefined
  return {
    tokens,
    head: /^[^*?]*/.exec(tokens)?.[0] ?? '',
    tail: /[^*?]*$/.exec(tokens)?.[0] ?? '',
    // Long, and few patterns are asked for theirs.
    get witnesses() {
      witnesses ??= ['', strange, strange.repeat(300)].map((text) => plain.replaceAll('*', text))
      return witnesses
    },
  }
}

const shapes = new Map<string, PatternShape>()
const manyShapes = 50_000

export function shapeOf(pattern: string): PatternShape {
  const known = shapes.get(pattern)
  if (known) return known
  if (shapes.size >= manyShapes) shapes.clear()
  const made = makeShape(pattern)
  shapes.set(pattern, made)
  return made
}

/** A quick no: the literal beginnings or ends of two patterns differ. */
export function cannotOverlap(a: PatternShape, b: PatternShape): boolean {
  const heads = a.head.length < b.head.length ? b.head.startsWith(a.head) : a.head.startsWith(b.head)
  if (!heads) return true
  return !(a.tail.length < b.tail.length ? b.tail.endsWith(a.tail) : a.tail.endsWith(b.tail))
}

/** Whether tokens take a text: `*` any run of it, `?` one character that is no `*`, everything else itself. */
export function takes(tokens: string, text: string): boolean {
  let token = 0
  let at = 0
  let star = -1
  let resumed = 0
  while (at < text.length) {
    const wanted = tokens[token]
    if (wanted === '*') {
      star = token
      resumed = at
      token += 1
    } else if (wanted !== undefined && (wanted === text[at] || (wanted === '?' && text[at] !== '*'))) {
      token += 1
      at += 1
    } else if (star >= 0) {
      token = star + 1
      resumed += 1
      at = resumed
    } else return false
  }
  while (tokens[token] === '*') token += 1
  return token === tokens.length
}
