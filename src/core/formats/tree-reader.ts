/** A YAML document's nodes as plain values, with the place of each. */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Document as YamlDocument,
} from 'yaml'
import type { ReadSite, Repeat, Tree, TreeMap } from './tree.ts'

export const maxDepth = 200
export const maxNodes = 1_000_000
/** Nodes that aliases repeat: a "billion laughs" text is refused long before it hurts. */
const maxRepeated = 200_000
export const tooDeep = `This is nested deeper than ${maxDepth} levels.`
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

export class Refusal extends Error {
  readonly offset: number | undefined
  constructor(message: string, offset?: number) {
    super(message)
    this.offset = offset
  }
}

/** Stands for one parse: offsets of its nodes are counted from where its text began. */
export class Frame {}

/** Where a container of a tree, and what is in it, was read. */
export interface Home {
  readonly frame: Frame
  readonly node: Node
  readonly sites: Map<string | number, ReadSite>
}
/** By container. A part of a tree that a later one takes over keeps its homes. */
export type Homes = WeakMap<object, Home>

const tagName = (node: Node): string | undefined => {
  const tag = 'tag' in node && typeof node.tag === 'string' ? node.tag : undefined
  return tag?.startsWith('!') && tag !== '!' ? tag.slice(1) : undefined
}

/** `!Ref` and `!Condition` keep their name; every other tag is a function. */
const functionName = (tag: string): string => (tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`)

const isMergeKey = (pair: Pair): boolean => isScalar(pair.key) && pair.key.value === '<<'

/** The name that a key gives a field; undefined for one that is no single word or text. */
export const fieldOf = (key: unknown): string | undefined => (isScalar(key) ? String(key.value) : undefined)

export const canBeField = (name: string): boolean => !forbiddenKeys.has(name)

export class Reader {
  readonly homes: Homes
  readonly frame = new Frame()
  readonly aliases = new Map<Node, Tree>()
  readonly repeats: Repeat[] = []
  count = 0
  /** How many values stand for what is written elsewhere. */
  repeated = 0
  /** The latest node of each anchor that has been read: looking one up in the whole text is slow. */
  private readonly anchors = new Map<string, Node>()
  private readonly yaml: YamlDocument
  private readonly isJson: boolean

  constructor(yaml: YamlDocument, isJson: boolean, homes: Homes = new WeakMap()) {
    this.yaml = yaml
    this.isJson = isJson
    this.homes = homes
  }

  private settle(container: object, node: Node): Map<string | number, ReadSite> {
    const sites = new Map<string | number, ReadSite>()
    this.homes.set(container, { frame: this.frame, node, sites })
    return sites
  }

  /** Refuses what is too much, of which the depth is the last to be told. */
  private counted(at: number | undefined, depth: number, shared: boolean): void {
    this.count += 1
    if (shared) this.repeated += 1
    if (this.count > maxNodes) throw new Refusal('This text holds more than a million values.', at)
    if (this.repeated > maxRepeated)
      throw new Refusal('The aliases of this text expand to hundreds of thousands of values.', at)
    if (depth > maxDepth) throw new Refusal(tooDeep, at)
  }

  read(node: unknown, depth: number, shared: boolean): Tree {
    const at = (node as Node | null)?.range?.[0]
    this.counted(at, depth, shared)
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
    this.settle(call, node).set(name, { value: node, shared })
    return call
  }

  private readUntagged(node: unknown, depth: number, shared: boolean): Tree {
    if (isMap(node)) return this.readMap(node.items, node, depth, shared)
    if (isSeq(node)) {
      const list: Tree[] = []
      const sites = this.settle(list, node)
      for (const [index, item] of node.items.entries()) {
        list.push(this.read(item, depth + 1, shared))
        sites.set(index, { value: item as Node, shared })
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
    const sites = this.settle(map, node)
    const own = pairs.filter((pair) => !isMergeKey(pair))
    const places = new Map<string, number>()
    let repeated: Map<string, number[]> | undefined
    for (const pair of pairs.filter(isMergeKey)) this.merge(map, sites, pair.value, depth)
    for (const pair of own) {
      if (!isPair(pair)) continue
      const keyNode = pair.key as Node
      const key = fieldOf(keyNode)
      if (key === undefined) throw new Refusal('A key must be a single word or text.', keyNode?.range?.[0])
      if (!canBeField(key)) throw new Refusal(`“${key}” cannot be the name of a field.`, keyNode.range?.[0])
      const offset = keyNode.range?.[0] ?? 0
      const before = places.get(key)
      places.set(key, offset)
      if (before !== undefined) {
        repeated ??= new Map()
        repeated.set(key, [...(repeated.get(key) ?? [before]), offset])
      }
      map[key] = this.read(pair.value, depth + 1, shared)
      sites.set(key, { key: keyNode, value: (pair.value ?? keyNode) as Node, shared })
    }
    // What an alias repeats is told where it stands.
    if (!shared && repeated) this.noteRepeats(repeated)
    return map
  }

  private noteRepeats(places: ReadonlyMap<string, readonly number[]>): void {
    for (const [name, offsets] of places)
      for (const offset of offsets) this.repeats.push({ name, offset, isLast: offset === offsets.at(-1) })
  }

  private merge(map: TreeMap, sites: Map<string | number, ReadSite>, from: unknown, depth: number): void {
    const merged = this.read(from, depth + 1, true)
    const sources = Array.isArray(merged) ? merged.toReversed() : [merged]
    for (const source of sources) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) continue
      for (const [key, value] of Object.entries(source)) {
        map[key] = value
        const site = this.homes.get(source)?.sites.get(key)
        if (site) sites.set(key, { ...site, shared: true })
      }
    }
  }
}
