/**
 * Configuration in JSON, as the CDK for Terraform and other tools print it
 * (https://developer.hashicorp.com/terraform/language/syntax/json): read into what the native syntax says, each part
 * placed where its JSON stands. Texts are templates. JSON does not tell an argument from a block, so what could be a
 * block is both, and the reader of shapes takes the one that it asks for.
 */

import type { TextTree, Tree, TreeMap } from '#core/formats/tree.ts'
import { tableOf } from '#core/ground/names.ts'
import { parseExpression, parseTemplate } from './hcl-parser.ts'
import type { HclAttribute, HclBlock, HclBody, HclExpression, Span } from './hcl-syntax.ts'

/** Cheap: told by its braces and by what stands in them. */
export const isTfJson = (text: string): boolean =>
  /^\s*\{/.test(text) &&
  /"resource"\s*:/.test(text) &&
  /"aws_cloudfront_\w+"\s*:\s*[[{]/.test(text) &&
  !/"(?:planned_values|root_module|terraform_version)"\s*:/.test(text)

const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)
const mapsIn = (tree: Tree | undefined): TreeMap[] =>
  Array.isArray(tree) ? tree.filter(isMap) : isMap(tree) ? [tree] : []

/** How many names stand before the body of a block. */
const labelled: Readonly<Record<string, number>> = tableOf({
  resource: 2,
  data: 2,
  variable: 1,
  module: 1,
  output: 1,
  provider: 1,
  locals: 0,
  terraform: 0,
})
/** Arguments whose texts are names and types, not templates. */
const bare = new Set(['iterator', 'type', 'depends_on'])

class JsonReader {
  private readonly text: TextTree

  constructor(text: TextTree) {
    this.text = text
  }

  private spanOf(container: object, key: string | number): Span {
    const [start = 0, , end = start] = this.text.siteOf(container, key)?.value.range ?? []
    return { start, end }
  }

  private expression(tree: Tree, place: Span, isBare = false): HclExpression {
    if (typeof tree === 'string') return isBare ? parseExpression(tree, place) : parseTemplate(tree, place)
    if (typeof tree !== 'object' || tree === null) return { kind: 'literal', value: tree, ...place }
    if (Array.isArray(tree)) {
      const items = tree.map((item, index) => this.expression(item, this.spanOf(tree, index), isBare))
      return { kind: 'list', items, ...place }
    }
    const entries = Object.keys(tree).map((key) => {
      const at = this.spanOf(tree, key)
      return [parseTemplate(key, at), this.expression(tree[key] ?? null, at)] as const
    })
    return { kind: 'object', entries, ...place }
  }

  private blocks(type: string, labels: readonly string[], tree: Tree, place: Span): HclBlock[] {
    return mapsIn(tree).map((body) => ({
      type,
      labels,
      open: place.start,
      body: this.body(body),
      ...(Array.isArray(tree) ? this.spanOf(tree, tree.indexOf(body)) : place),
    }))
  }

  private body(tree: TreeMap): HclBody {
    const attributes: HclAttribute[] = []
    const blocks: HclBlock[] = []
    for (const name of Object.keys(tree)) {
      const value = tree[name] ?? null
      const place = this.spanOf(tree, name)
      if (name === '//') continue
      if (name === 'dynamic') {
        for (const map of mapsIn(value))
          for (const label of Object.keys(map))
            blocks.push(...this.blocks(name, [label], map[label] ?? null, this.spanOf(map, label)))
        continue
      }
      attributes.push({ name, value: this.expression(value, place, bare.has(name)), ...place })
      blocks.push(...this.blocks(name, [], value, place))
    }
    return { attributes, blocks }
  }

  /** The blocks of one kind, whose names are the keys around their bodies. */
  private named(type: string, count: number, labels: readonly string[], tree: Tree, place: Span): HclBlock[] {
    if (labels.length === count) return this.blocks(type, labels, tree, place)
    return mapsIn(tree).flatMap((map) =>
      Object.keys(map)
        .filter((name) => name !== '//')
        .flatMap((name) =>
          this.named(type, count, [...labels, name], map[name] ?? null, this.spanOf(map, name)),
        ),
    )
  }

  file(): HclBody {
    const { root } = this.text
    if (!isMap(root)) return { attributes: [], blocks: [] }
    const blocks = Object.keys(root).flatMap((type) => {
      const count = labelled[type]
      return count === undefined
        ? []
        : this.named(type, count, [], root[type] ?? null, this.spanOf(root, type))
    })
    return { attributes: [], blocks }
  }
}

export const parseTfJson = (text: TextTree): HclBody => new JsonReader(text).file()
