/**
 * A YAML or JSON text as plain values that remember where they stand. Reading, positions and the small-diff
 * writer share it. CloudFormation's short tags become their long form: `!Ref X` is `{ Ref: 'X' }`.
 */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  type Document as YamlDocument,
} from 'yaml'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { isFlowIndentError, withoutBreakBefore } from './flow-lines.ts'
import type { Position, ReadProblem } from './format.ts'
import { JsonFault, parseJson } from './json-nodes.ts'

export type Tree = null | boolean | number | string | Tree[] | TreeMap
export interface TreeMap {
  [key: string]: Tree
}

/** Where one value stands in the text. */
export interface Site {
  /** The key's node where the value is a field; absent for list items. */
  readonly key?: Node
  readonly value: Node
  /** The value came through an alias or a merge key, so the text belongs to another place too. */
  readonly shared: boolean
}
interface Repeat {
  readonly name: string
  readonly offset: number
  readonly isLast: boolean
}
export interface TextTree {
  readonly root: Tree
  readonly yaml: YamlDocument
  readonly text: string
  /** The place of `container[key]`; undefined for values that were computed. */
  readonly siteOf: (container: object, key: string | number) => Site | undefined
  /** Notes that `container[key]` of a computed container stands at this site. */
  readonly place: (container: object, key: string | number, site: Site | undefined) => void
  /** The text's node behind a container of the tree. */
  readonly nodeOf: (container: object) => Node | undefined
  /** What an alias of the text stands for. */
  readonly valueOf: (alias: Node) => Tree | undefined
  readonly hasAliases: boolean
  /** Every place of a field that stands more than once in one map; the last of them is the one that was read. */
  readonly repeats: readonly Repeat[]
  readonly positionOf: (offset: number) => Position
}

const megabyte = 1024 * 1024
/** JSON is read at tens of megabytes in a second. */
const maxJson = 20 * megabyte
/** YAML is not; CloudFormation itself takes one megabyte. */
export const maxTemplate = 5 * megabyte
const maxDepth = 200
const maxNodes = 1_000_000
/** Nodes that aliases repeat: a "billion laughs" text is refused long before it hurts. */
const maxRepeated = 200_000
const tooDeep = `This is nested deeper than ${maxDepth} levels.`
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

class Refusal extends Error {
  readonly offset: number | undefined
  constructor(message: string, offset?: number) {
    super(message)
    this.offset = offset
  }
}

const tagName = (node: Node): string | undefined => {
  const tag = 'tag' in node && typeof node.tag === 'string' ? node.tag : undefined
  return tag?.startsWith('!') && tag !== '!' ? tag.slice(1) : undefined
}

/** `!Ref` and `!Condition` keep their name; every other tag is a function. */
const functionName = (tag: string): string => (tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`)

class Reader {
  readonly sites = new WeakMap<object, Map<string | number, Site>>()
  readonly nodes = new WeakMap<object, Node>()
  readonly aliases = new Map<Node, Tree>()
  readonly repeats: Repeat[] = []
  private count = 0
  private repeated = 0
  /** The latest node of each anchor that has been read: looking one up in the whole text is slow. */
  private readonly anchors = new Map<string, Node>()
  private readonly yaml: YamlDocument
  private readonly isJson: boolean

  constructor(yaml: YamlDocument, isJson: boolean) {
    this.yaml = yaml
    this.isJson = isJson
  }

  place(container: object, key: string | number, site: Site | undefined): void {
    if (!site) return
    const known = this.sites.get(container) ?? new Map<string | number, Site>()
    known.set(key, site)
    this.sites.set(container, known)
  }

  read(node: unknown, depth: number, shared: boolean): Tree {
    this.count += 1
    if (shared) this.repeated += 1
    const at = (node as Node | null)?.range?.[0]
    if (this.count > maxNodes) throw new Refusal('This text holds more than a million values.', at)
    if (this.repeated > maxRepeated)
      throw new Refusal('The aliases of this text expand to hundreds of thousands of values.', at)
    if (depth > maxDepth) throw new Refusal(tooDeep, at)
    if (isAlias(node)) {
      const target = this.anchors.get(node.source) ?? node.resolve(this.yaml)
      if (!target) throw new Refusal(`No anchor “${node.source}” stands before this alias.`, at)
      const value = this.read(target, depth + 1, true)
      this.aliases.set(node, value)
      return value
    }
    // Every node may carry an anchor; other values have none.
    const { anchor } = (node ?? {}) as { anchor?: string }
    // An alias may stand for a node only once that node is complete, or it would hold itself.
    if (anchor !== undefined && shared === false) this.anchors.delete(anchor)
    const value = this.readUntagged(node, depth, shared)
    if (anchor !== undefined && shared === false) this.anchors.set(anchor, node as Node)
    // A key without a value has no node either.
    const tag = node === null || node === undefined ? undefined : tagName(node as Node)
    if (tag === undefined) return value
    return this.readTagged(tag, value, node as Node, shared)
  }

  private readTagged(tag: string, value: Tree, node: Node, shared: boolean): Tree {
    const name = functionName(tag)
    const argument =
      name === 'Fn::GetAtt' && typeof value === 'string' && value.includes('.')
        ? [value.slice(0, value.indexOf('.')), value.slice(value.indexOf('.') + 1)]
        : value
    const call = { [name]: argument }
    this.nodes.set(call, node)
    this.place(call, name, { value: node, shared })
    return call
  }

  private readUntagged(node: unknown, depth: number, shared: boolean): Tree {
    if (isMap(node)) return this.readMap(node.items, node, depth, shared)
    if (isSeq(node)) {
      const list: Tree[] = []
      this.nodes.set(list, node)
      for (const [index, item] of node.items.entries()) {
        list.push(this.read(item, depth + 1, shared))
        this.place(list, index, { value: item as Node, shared })
      }
      return list
    }
    if (isScalar(node)) {
      const { value } = node
      if (value instanceof Date) return node.source ?? value.toISOString().slice(0, 10)
      if (typeof value === 'bigint') return Number(value)
      if (typeof value === 'number') return this.number(value, node.source)
      if (value === undefined) return null
      return value as Tree
    }
    return null
  }

  /** YAML's `012` and `1.0` may be meant as text: what a number would change of it is kept as it stands. */
  private number(value: number, source: string | undefined): number | string {
    return this.isJson || source === undefined || String(value) === source ? value : source
  }

  private readMap(pairs: Pair[], node: Node, depth: number, shared: boolean): Tree {
    const map: TreeMap = {}
    this.nodes.set(map, node)
    const own = pairs.filter((pair) => !isMergeKey(pair))
    const places = new Map<string, number>()
    let repeated: Map<string, number[]> | undefined
    for (const pair of pairs.filter(isMergeKey)) this.merge(map, pair.value, depth)
    for (const pair of own) {
      if (!isPair(pair)) continue
      const keyNode = pair.key as Node
      const key = isScalar(keyNode) ? String(keyNode.value) : undefined
      if (key === undefined) throw new Refusal('A key must be a single word or text.', keyNode?.range?.[0])
      if (forbiddenKeys.has(key))
        throw new Refusal(`“${key}” cannot be the name of a field.`, keyNode.range?.[0])
      const offset = keyNode.range?.[0] ?? 0
      const before = places.get(key)
      places.set(key, offset)
      if (before !== undefined) {
        repeated ??= new Map()
        repeated.set(key, [...(repeated.get(key) ?? [before]), offset])
      }
      map[key] = this.read(pair.value, depth + 1, shared)
      this.place(map, key, { key: keyNode, value: (pair.value ?? keyNode) as Node, shared })
    }
    // What an alias repeats is told where it stands.
    if (!shared && repeated) this.noteRepeats(repeated)
    return map
  }

  private noteRepeats(places: ReadonlyMap<string, readonly number[]>): void {
    for (const [name, offsets] of places)
      for (const offset of offsets) this.repeats.push({ name, offset, isLast: offset === offsets.at(-1) })
  }

  private merge(map: TreeMap, from: unknown, depth: number): void {
    const merged = this.read(from, depth + 1, true)
    const sources = Array.isArray(merged) ? merged.toReversed() : [merged]
    for (const source of sources) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) continue
      for (const [key, value] of Object.entries(source)) {
        map[key] = value
        const site = this.sites.get(source)?.get(key)
        this.place(map, key, site && { ...site, shared: true })
      }
    }
  }
}

/** Braces with a quoted name in them; YAML's flow style mostly has bare names. */
export const looksLikeJson = (text: string): boolean => /^\uFEFF?\s*(\{\s*["}]|\[)/.test(text)

const isMergeKey = (pair: Pair): boolean => isScalar(pair.key) && pair.key.value === '<<'

/** What the library says of an error, without its place and without words of its own machinery. */
const withoutPlace = (text: string) => text.replace(/\s+at line \d+, column \d+:?[\s\S]*$/, '').trim()

export const tooLarge =
  'The text is larger than 5 MB, and CloudFormation takes templates up to 1 MB; open the template itself, not a bundle.'

interface Parsed {
  readonly yaml: YamlDocument
  readonly positionOf: (offset: number) => Position
}
const refused = (message: string): Result<never, readonly ReadProblem[]> => failed([{ message }])

/** Characters that are parsed again for the sake of brackets that stand too far to the left. */
const maxAgain = 8 * megabyte

/** The first document of a text; brackets may stand anywhere, as in YAML 1.1. */
function firstDocument(text: string, lineCounter: LineCounter) {
  const parsed = (source: string, lines?: LineCounter) =>
    parseAllDocuments(source, {
      ...(lines && { lineCounter: lines }),
      logLevel: 'silent',
      // Checked while reading: the library compares each key with every other.
      uniqueKeys: false,
      version: '1.2',
      schema: 'core',
      prettyErrors: false,
    })[0]
  const asWritten = parsed(text, lineCounter)
  let [current, source] = [asWritten, text]
  for (let left = maxAgain; left > text.length; left -= text.length) {
    const error = current && 'errors' in current ? current.errors[0] : undefined
    if (!error) return current
    const next = isFlowIndentError(error) ? withoutBreakBefore(source, error.pos[0]) : source
    if (next === source) break
    source = next
    current = parsed(source)
  }
  return asWritten
}

function parseYamlText(text: string): Result<Parsed, readonly ReadProblem[]> {
  if (text.length > maxTemplate) return refused(tooLarge)
  const lines = new LineCounter()
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const yaml = firstDocument(text, lines)
  if (!yaml || !('errors' in yaml)) return refused('The text is empty.')
  const [error] = yaml.errors
  if (!error) return ok({ yaml, positionOf })
  const isTooDeep = error.message.startsWith('Maximum call stack')
  const message = isTooDeep ? tooDeep : `${withoutPlace(error.message)}.`.replace('..', '.')
  return failed([{ message, position: positionOf(error.pos[0]) }])
}

/** Counts lines only for a text of which a place is asked. */
function positionsIn(text: string): (offset: number) => Position {
  const lines = new LineCounter()
  const count = () => {
    lines.addNewLine(0)
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  }
  return (offset) => {
    if (lines.lineStarts.length === 0) count()
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
}

/** JSON by its own parser; what is nearly JSON may be YAML, unless it is too large for that. */
function parse(text: string): Result<Parsed, readonly ReadProblem[]> {
  if (!looksLikeJson(text)) return parseYamlText(text)
  if (text.length > maxJson)
    return refused('The text is larger than 20 MB; open the template itself, not a bundle.')
  try {
    return ok({ yaml: parseJson(text, { depth: maxDepth, values: maxNodes }), positionOf: positionsIn(text) })
  } catch (thrown) {
    if (!(thrown instanceof JsonFault)) throw thrown
    const { message, offset } = thrown
    if (message === undefined && text.length <= maxTemplate) return parseYamlText(text)
    const position = positionsIn(text)(offset)
    return failed([{ message: message ?? 'This is not JSON from here on.', position }])
  }
}

/** Reads a text; every reason that it cannot be read comes with its line and column. */
export function readTextTree(input: string): Result<TextTree, readonly ReadProblem[]> {
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input
  if (text.trim() === '') return refused('The text is empty.')
  const parsed = parse(text)
  if (!parsed.ok) return parsed
  const { yaml, positionOf } = parsed.value
  const reader = new Reader(yaml, looksLikeJson(text))
  try {
    const root = reader.read(yaml.contents, 0, false)
    return ok({
      root,
      yaml,
      text,
      siteOf: (container, key) => reader.sites.get(container)?.get(key),
      place: (container, key, site) => reader.place(container, key, site),
      nodeOf: (container) => reader.nodes.get(container),
      valueOf: (alias) => reader.aliases.get(alias),
      hasAliases: reader.aliases.size > 0,
      repeats: reader.repeats.toSorted((a, b) => a.offset - b.offset),
      positionOf,
    })
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return failed([
      {
        message: thrown.message,
        ...(thrown.offset !== undefined && { position: positionOf(thrown.offset) }),
      },
    ])
  }
}
