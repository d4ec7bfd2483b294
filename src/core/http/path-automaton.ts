/**
 * Path patterns as one automaton: its states are sets of positions in the patterns, made when they are first met.
 * `*` is any string (also the empty one and `/`), `?` exactly one character; everything else is itself.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
 */
const star = -1
const question = -2
const end = -3

/** A leading slash means nothing in a pattern, and `**` is `*`. */
export const normalizePattern = (pattern: string): string => pattern.replace(/^\//, '').replace(/\*+/g, '*')

export interface State {
  /** Sorted positions. */
  readonly positions: readonly number[]
  /** The first pattern in the list that a path ending here matches; -1 for none. */
  readonly accepts: number
  readonly next: (State | undefined)[]
}

export class PathAutomaton {
  readonly start: State
  private readonly tokens: number[] = []
  private readonly patternAt: number[] = []
  private readonly states = new Map<string, State>()
  private readonly classes = new Map<number, number>()
  /** The classes of ASCII once more, as a table: nearly every character of every path is looked up there. */
  private readonly asciiClasses = new Uint16Array(128)

  /** Characters of `alphabet` are told apart too, so that two automata can walk together. */
  constructor(patterns: readonly string[], alphabet = '') {
    const starts: number[] = []
    for (const [index, pattern] of patterns.entries()) {
      starts.push(this.tokens.length)
      for (const character of normalizePattern(pattern)) this.add(character, index)
      this.tokens.push(end)
      this.patternAt.push(index)
    }
    for (let at = 0; at < alphabet.length; at += 1) this.classOf(alphabet.charCodeAt(at), true)
    this.start = this.state(this.closure(starts))
  }

  private add(character: string, index: number) {
    for (let at = 0; at < character.length; at += 1) {
      const code = character.charCodeAt(at)
      this.tokens.push(character === '*' ? star : character === '?' ? question : code)
      this.patternAt.push(index)
      if (character !== '*' && character !== '?') this.classOf(code, true)
    }
  }

  /** Class 0 is every character that no pattern names. */
  private classOf(code: number, create = false): number {
    const known = this.classes.get(code)
    if (known !== undefined || !create) return known ?? 0
    const added = this.classes.size + 1
    this.classes.set(code, added)
    if (code < 128) this.asciiClasses[code] = added
    return added
  }

  /** One character of each class; the last stands for all that no pattern names. */
  representatives(): number[] {
    const other = [...'abcdefghijklmnopqrstuvwxyz0123456789\u0001'].map((character) =>
      character.charCodeAt(0),
    )
    return [...this.classes.keys(), other.find((code) => !this.classes.has(code)) ?? 1]
  }

  private closure(positions: Iterable<number>): number[] {
    const open = [...positions]
    const seen = new Set(open)
    for (const position of open) {
      if (this.tokens[position] !== star || seen.has(position + 1)) continue
      seen.add(position + 1)
      open.push(position + 1)
    }
    return open.sort((a, b) => a - b)
  }

  private state(positions: number[]): State {
    const key = positions.join()
    const known = this.states.get(key)
    if (known) return known
    const accepting = positions.find((position) => this.tokens[position] === end)
    const state: State = {
      positions,
      accepts: accepting === undefined ? -1 : (this.patternAt[accepting] ?? -1),
      next: [],
    }
    this.states.set(key, state)
    return state
  }

  /** How many states were made so far. */
  get size(): number {
    return this.states.size
  }

  step(state: State, code: number): State {
    const characterClass = code < 128 ? (this.asciiClasses[code] ?? 0) : this.classOf(code)
    const known = state.next[characterClass]
    if (known) return known
    const reached = new Set<number>()
    for (const position of state.positions) {
      const token = this.tokens[position]
      if (token === star) reached.add(position)
      else if (token === question || (token === code && characterClass !== 0)) reached.add(position + 1)
    }
    const next = this.state(this.closure(reached))
    state.next[characterClass] = next
    return next
  }
}
