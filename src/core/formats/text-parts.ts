/**
 * The parts of a YAML text: the entries of its outermost map, and those of the maps right in it (a template's resources),
 * each with the lines up to the next one. Where two texts differ in a few parts, the others mean in both what they mean in
 * one: a parser goes from left to right, and at the beginning of such a line nothing is open but those maps.
 */
import { isMap, isScalar, type Node, type Pair } from 'yaml'
import type { ReadSite, Repeat, TextTree, Tree, TreeMap } from './tree.ts'
import { canBeField, type Frame, fieldOf, type Homes, type Reader } from './tree-reader.ts'

/** A key on a line of its own, with its value. */
export interface Part {
  readonly name: string
  /** Where its line begins in the text. */
  readonly line: number
  readonly column: number
  readonly value: Tree
  readonly site: ReadSite
  readonly frame: Frame
  /** What is added to an offset of its parse for that of the text. */
  readonly shift: number
  readonly inner?: Inner | undefined
}
/** A map that can be cut into parts. */
export interface Inner {
  /** Where it begins, in the text. */
  readonly start: number
  readonly parts: readonly Part[]
}
export interface Parts extends Inner {
  readonly text: string
  readonly homes: Homes
  /** How many values were read for it; an estimate from above after edits. */
  readonly count: number
  readonly repeats: readonly Repeat[]
}

/** What was parsed: its text, and where that stands. */
export interface Parse {
  readonly text: string
  readonly frame: Frame
  readonly shift: number
}

/** Other characters may continue what stands before them, or ask for more than the name. */
const plainKey = /^[A-Za-z0-9_]/

/** Where the line of a key begins, if nothing but blanks stands before it; its column is what all of them share. */
function lineOf(pair: Pair, text: string, column: number): number | undefined {
  const key = pair.key
  if (!isScalar(key) || key.tag !== undefined || key.anchor !== undefined) return undefined
  const start = key.range?.[0]
  if (start === undefined || !plainKey.test(text.charAt(start))) return undefined
  const line = text.lastIndexOf('\n', start - 1) + 1
  return start - line === column &&
    text.slice(line, start).trim() === '' &&
    !text.slice(line, start).includes('\t')
    ? line
    : undefined
}

export interface Cut {
  readonly name: string
  readonly line: number
  readonly pair: Pair
}

/** Cuts a map at its keys; undefined where one of them is more than a word on a line of its own. */
export function cut(pairs: readonly Pair[], text: string, column: number): readonly Cut[] | undefined {
  const cuts: Cut[] = []
  const names = new Set<string>()
  for (const pair of pairs) {
    const name = fieldOf(pair.key)
    const line = lineOf(pair, text, column)
    if (name === undefined || line === undefined || name === '<<' || !canBeField(name)) return undefined
    if (names.has(name)) return undefined
    names.add(name)
    cuts.push({ name, line, pair })
  }
  return cuts
}

const isPlainMap = (node: unknown): node is Node & { items: Pair[] } =>
  isMap(node) && node.flow !== true && node.tag === undefined && node.anchor === undefined

const isTreeMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

function columnOf(node: { items: Pair[] }, text: string): number | undefined {
  const [first] = node.items
  const start = first && isScalar(first.key) ? first.key.range?.[0] : undefined
  return start === undefined ? undefined : start - (text.lastIndexOf('\n', start - 1) + 1)
}

/** A part of what was parsed, and below it those of its map. */
export function partOf(
  { name, line, pair }: Cut,
  column: number,
  value: Tree,
  parse: Parse,
  isOuter: boolean,
): Part {
  const { frame, shift } = parse
  const key = pair.key as Node
  const site = { key, value: (pair.value ?? key) as Node, shared: false }
  const inner = isOuter ? innerOf(pair.value, value, parse, false) : undefined
  return { name, line: line + shift, column, value, site, frame, shift, ...(inner && { inner }) }
}

/** The parts of a map; undefined for what cannot be cut. */
export function innerOf(node: unknown, tree: Tree, parse: Parse, isOuter: boolean): Inner | undefined {
  if (!isPlainMap(node) || !isTreeMap(tree)) return undefined
  const column = columnOf(node, parse.text)
  const start = node.range?.[0]
  if (column === undefined || start === undefined || (column === 0) !== isOuter) return undefined
  const cuts = cut(node.items, parse.text, column)
  return (
    cuts && {
      start: start + parse.shift,
      parts: cuts.map((one) => partOf(one, column, tree[one.name] ?? null, parse, isOuter)),
    }
  )
}

/** The parts of a text that was read as a whole. Names of values (anchors) make one part depend on another. */
export function partsOf(
  reader: Reader,
  contents: unknown,
  { text, root, repeats }: TextTree,
): Parts | undefined {
  if (reader.aliases.size > 0 || reader.repeated > 0) return undefined
  const inner = innerOf(contents, root, { text, frame: reader.frame, shift: 0 }, true)
  const [first] = inner?.parts ?? []
  if (!inner || !first || /^%/m.test(text.slice(0, first.line))) return undefined
  return { ...inner, text, homes: reader.homes, count: reader.count, repeats }
}
