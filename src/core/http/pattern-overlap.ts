/** A path that two patterns match, found by walking both at once. */
import { cannotOverlap, type PatternShape, shapeOf } from './pattern-shape.ts'

const star = '*'.charCodeAt(0)
const question = '?'.charCodeAt(0)
const anyCharacter = 'a'.charCodeAt(0)

/** The character that both tokens match; 0 where there is none. A `*` matches what the other asks for. */
function sharedBy(a: number, b: number): number {
  const isOpen = (token: number) => token === star || token === question
  if (isOpen(a)) return isOpen(b) ? anyCharacter : b
  return isOpen(b) || a === b ? a : 0
}

/** The characters on the way to a state, read backwards along `from`. */
function wayTo(state: number, from: Int32Array, characters: Uint16Array): string {
  let text = ''
  for (let at = state; at !== 0; at = from[at] ?? 0) {
    const code = characters[at] ?? 0
    if (code !== 0) text = String.fromCharCode(code) + text
  }
  return `/${text}`
}

/** Breadth first over pairs of places in the two patterns, each visited once: at most the product of their lengths. */
function findOverlap({ tokens: a }: PatternShape, { tokens: b }: PatternShape): string | undefined {
  const width = b.length + 1
  const from = new Int32Array((a.length + 1) * width).fill(-1)
  const characters = new Uint16Array(from.length)
  const queue = [0]
  from[0] = 0
  const reach = (place: number, other: number, before: number, character: number) => {
    const state = place * width + other
    if (from[state] !== -1) return
    from[state] = before
    characters[state] = character
    queue.push(state)
  }
  for (const state of queue) {
    const i = Math.floor(state / width)
    const j = state % width
    if (i === a.length && j === b.length) return wayTo(state, from, characters)
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(j)
    if (left === star) reach(i + 1, j, state, 0)
    if (right === star) reach(i, j + 1, state, 0)
    if (i === a.length || j === b.length) continue
    const character = sharedBy(left, right)
    if (character !== 0 && !(left === star && right === star))
      reach(left === star ? i : i + 1, right === star ? j : j + 1, state, character)
  }
  return undefined
}

/** Found before: a design is checked after each edit, and few edits touch a pattern. */
const overlaps = new Map<string, string | undefined>()
const manyOverlaps = 50_000

/** A path that both patterns match; undefined where there is none. */
export function overlapOf(a: string, b: string): string | undefined {
  const [left, right] = [shapeOf(a), shapeOf(b)]
  if (cannotOverlap(left, right)) return undefined
  const key = `${a}\n${b}`
  if (!overlaps.has(key)) {
    if (overlaps.size >= manyOverlaps) overlaps.clear()
    overlaps.set(key, findOverlap(left, right))
  }
  return overlaps.get(key)
}
