/**
 * The space of paths, cut by both lists of patterns: for every pair of a behavior before and one after, whether any path
 * goes from the one to the other. Decided exactly, by walking the patterns' automata together.
 */
import { PathAutomaton, type State } from '#core/http/path-automaton.ts'
import { compilePatterns } from '#core/http/path-pattern.ts'
import { overlapOf } from '#core/http/pattern-overlap.ts'
import { cannotOverlap, type PatternShape, shapeOf, takes } from '#core/http/pattern-shape.ts'
import { normalizePath } from '#core/http/url.ts'

/** An ordered list of patterns that ends with the default behavior's `*`. */
export interface Routing {
  readonly patterns: readonly string[]
  readonly choose: (path: string) => number
}

export function routingOf(ordered: readonly string[]): Routing {
  const matcher = compilePatterns(ordered)
  return {
    patterns: [...ordered, '*'],
    choose: (path) => {
      const found = matcher.match(normalizePath(path))
      return found < 0 ? ordered.length : found
    },
  }
}

const covers = (one: PatternShape, other: PatternShape) =>
  !cannotOverlap(one, other) && takes(one.tokens, other.tokens)

/** The earlier patterns of a list that take some, not all, of what both `mine` and `theirs` take; null where one takes all. */
function cutting(
  patterns: readonly string[],
  until: number,
  mine: PatternShape,
  theirs: PatternShape,
): string[] | null {
  const found: string[] = []
  for (let at = 0; at < until; at += 1) {
    const pattern = patterns[at] ?? ''
    const shape = shapeOf(pattern)
    if (cannotOverlap(shape, mine) || cannotOverlap(shape, theirs)) continue
    if (covers(shape, mine) || covers(shape, theirs)) return null
    found.push(pattern)
  }
  return found
}

/** What makes a readable path of a pattern, the plainest first. */
const fillings = ['x', 'index.html', 'x/y', 'page', '1', 'x.txt', '', 'x/index.html']
const filled = (pattern: string) =>
  fillings.flatMap((text) =>
    ['x', '1'].map((one) => `/${shapeOf(pattern).tokens.replaceAll('*', text).replaceAll('?', one)}`),
  )

export interface Found {
  /** A path of the class; null where the search was given up, so that the class is reported to be safe. */
  readonly witness: string | null
}

/** Triples of states looked at before a question counts as undecided. */
const maxStates = 50_000

interface Node {
  readonly mine: State
  readonly theirs: State
  readonly others: State
  readonly from: Node | null
  readonly code: number
}

function textOf(node: Node): string {
  const codes: number[] = []
  for (let at: Node | null = node; at?.from; at = at.from) codes.push(at.code)
  return `/${String.fromCharCode(...codes.reverse())}`
}

const readable = (code: number): number =>
  code >= 97 && code <= 122 ? 0 : code >= 48 && code <= 57 ? 1 : code > 32 ? 2 : 3

/** Walks the automata of two patterns and of what cuts them, together; each triple of states is met once. */
class Walk {
  private readonly left: PathAutomaton
  private readonly right: PathAutomaton
  private readonly rest: PathAutomaton
  private readonly codes: readonly number[]
  private readonly ids = new Map<State, number>()
  private readonly seen = new Set<string>()

  constructor(pattern: string, other: string, cut: readonly string[]) {
    const alphabet = [pattern, other, ...cut].join('').replace(/[*?]/g, '')
    this.left = new PathAutomaton([pattern], alphabet)
    this.right = new PathAutomaton([other], alphabet)
    this.rest = new PathAutomaton(cut, alphabet)
    this.codes = this.left.representatives().sort((a, b) => readable(a) - readable(b))
  }

  start(): Node {
    return { mine: this.left.start, theirs: this.right.start, others: this.rest.start, from: null, code: 0 }
  }

  private idOf(state: State): number {
    const known = this.ids.get(state) ?? this.ids.size
    this.ids.set(state, known)
    return known
  }

  *next(node: Node): Generator<Node> {
    for (const code of this.codes) {
      const mine = this.left.step(node.mine, code)
      const theirs = this.right.step(node.theirs, code)
      if (mine.positions.length === 0 || theirs.positions.length === 0) continue
      const others = this.rest.step(node.others, code)
      const key = `${this.idOf(mine)} ${this.idOf(theirs)} ${this.idOf(others)}`
      if (this.seen.has(key)) continue
      this.seen.add(key)
      yield { mine, theirs, others, from: node, code }
    }
  }
}

const isOfClass = ({ mine, theirs, others }: Node) =>
  mine.accepts >= 0 && theirs.accepts >= 0 && others.accepts < 0

/** Breadth first, so that the witness is as short as one can be. */
function search(pattern: string, other: string, cut: readonly string[]): Found | undefined {
  const walk = new Walk(pattern, other, cut)
  const queue: Node[] = [walk.start()]
  /** A path that no request has as it stands: `//`. */
  let strange: string | undefined
  for (const node of queue) {
    if (isOfClass(node)) {
      const witness = textOf(node)
      if (normalizePath(witness) === witness) return { witness }
      strange ??= witness
    }
    if (queue.length > maxStates) return { witness: strange ?? null }
    queue.push(...walk.next(node))
  }
  return undefined
}

/** A path that goes from one behavior to the other, by their places in the lists; undefined where none does. */
export function pathBetween(before: Routing, after: Routing, i: number, j: number): Found | undefined {
  const [pattern, other] = [before.patterns[i] ?? '*', after.patterns[j] ?? '*']
  const [mine, theirs] = [shapeOf(pattern), shapeOf(other)]
  if (cannotOverlap(mine, theirs)) return undefined
  const old = cutting(before.patterns, i, mine, theirs)
  if (old === null) return undefined
  const now = cutting(after.patterns, j, mine, theirs)
  if (now === null) return undefined
  const shared = mine.tokens === theirs.tokens ? undefined : overlapOf(pattern, other)
  const narrow = covers(mine, theirs) ? other : pattern
  const joined = [mine, theirs].map(({ head }, at) => `/${head}x${[theirs, mine][at]?.tail ?? ''}`)
  for (const path of [...filled(narrow), ...joined, ...(shared === undefined ? [] : [shared])])
    if (normalizePath(path) === path && before.choose(path) === i && after.choose(path) === j)
      return { witness: path }
  return search(pattern, other, [...new Set([...old, ...now])])
}

/** The patterns that take paths away from a class, each of which matters. */
export function exceptions(before: Routing, after: Routing, i: number, j: number): readonly string[] {
  const [mine, theirs] = [shapeOf(before.patterns[i] ?? '*'), shapeOf(after.patterns[j] ?? '*')]
  const cut = [
    ...(cutting(before.patterns, i, mine, theirs) ?? []),
    ...(cutting(after.patterns, j, mine, theirs) ?? []),
  ]
  const shapes = [...new Map(cut.map((pattern) => [shapeOf(pattern).tokens, shapeOf(pattern)])).values()]
  const [base, other] = [mine, theirs]
  return shapes
    .filter(
      (shape) =>
        overlapOf(shape.tokens, base.tokens) !== undefined &&
        overlapOf(shape.tokens, other.tokens) !== undefined,
    )
    .filter((shape) => !shapes.some((wider) => wider !== shape && covers(wider, shape)))
    .map(({ tokens }) => tokens)
}
