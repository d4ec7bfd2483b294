/** What a text is read as: plain values that know where they stand in it. */
import type { Node, Document as YamlDocument } from 'yaml'
import type { Position } from './format.ts'

export type Tree = null | boolean | number | string | Tree[] | TreeMap
export interface TreeMap {
  [key: string]: Tree
}

/** Where one value stands, as its text was parsed. */
export interface ReadSite {
  /** The key's node where the value is a field; absent for list items. */
  readonly key?: Node | undefined
  readonly value: Node
  /** The value came through an alias or a merge key, so the text belongs to another place too. */
  readonly shared: boolean
}
/** Where one value stands in the text. */
export interface Site extends ReadSite {
  /** Present where that is known without the nodes, which are parsed once they are asked for. */
  readonly start?: number | undefined
  /** The same. */
  readonly mark?: unknown
}
/** The offset at which a field or an item begins. */
export const startOf = (site: Site): number | undefined => site.start ?? (site.key ?? site.value).range?.[0]
/** What is the same for two places of one tree at which the same node stands. */
export const markOf = (site: Site): unknown => site.mark ?? site.value

export interface Repeat {
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
  /** The offset at which a container of the tree begins. */
  readonly startOf: (container: object) => number | undefined
  /** What an alias of the text stands for. */
  readonly valueOf: (alias: Node) => Tree | undefined
  readonly hasAliases: boolean
  /** Every place of a field that stands more than once in one map; the last of them is the one that was read. */
  readonly repeats: readonly Repeat[]
  readonly positionOf: (offset: number) => Position
}
