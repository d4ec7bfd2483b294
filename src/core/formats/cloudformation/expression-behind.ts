/**
 * Which expression of the template gave a plain value of the design. Nothing of it is stored: the value's place in
 * the text says it, as long as the value is still what the text gave.
 */
import { isSame } from '#core/formats/same.ts'
import { markOf, type Tree } from '#core/formats/tree.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { type Expression, isExpression } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import type { Baseline } from './baseline.ts'
import { displayExpression } from './display.ts'
import { isCall } from './evaluate.ts'
import { readAgain } from './read-again.ts'

type Item = Readonly<Record<string | number, unknown>>
const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null

/** The trees of the text by the nodes that they were read from; made once for each reading. */
const treesOf = new WeakMap<Baseline, ReadonlyMap<unknown, Tree>>()

function treesByNode(baseline: Baseline): ReadonlyMap<unknown, Tree> {
  const known = treesOf.get(baseline)
  if (known) return known
  const { siteOf } = baseline.tree
  const trees = new Map<unknown, Tree>()
  const walk = (container: Tree) => {
    if (typeof container !== 'object' || container === null) return
    const entries: (readonly [string | number, Tree])[] = Array.isArray(container)
      ? [...container.entries()]
      : Object.entries(container)
    for (const [key, child] of entries) {
      const site = siteOf(container, key)
      const node = site && markOf(site)
      // A call stands at the node of its argument too; the outer one is what gave the value.
      if (node && !trees.has(node)) trees.set(node, child)
      walk(child)
    }
  }
  walk(baseline.template)
  treesOf.set(baseline, trees)
  return trees
}

const nameIn = (item: unknown): string => {
  if (!isItem(item) || isExpression(item)) return ''
  const name = item['Id'] ?? item['PathPattern']
  // The names of items are scalars or expressions.
  return nameOf(name as string | Expression | undefined)
}

/** The place in a list of the text's design of an item of the open one: by name, else by identity. */
function placeIn(list: readonly unknown[], item: unknown, index: number): number {
  const name = nameIn(item)
  const byName = name === '' ? -1 : list.findIndex((one) => nameIn(one) === name)
  if (byName >= 0 || !isItem(item) || item['key'] === undefined) return byName >= 0 ? byName : index
  return list.findIndex((one) => isItem(one) && one['key'] === item['key'])
}

interface Found {
  readonly container: object
  readonly key: string | number
  readonly was: unknown
  readonly now: unknown
}

/** A place of the open design in the design that the text gave. */
function findIn(read: DesignDocument, open: DesignDocument, path: Path): Found | undefined {
  let [container, now]: [unknown, unknown] = [read, open]
  let found: Found | undefined
  for (const step of path) {
    if (!isItem(container) || !isItem(now) || isExpression(now)) return undefined
    const item = now[step]
    const key = Array.isArray(container) && typeof step === 'number' ? placeIn(container, item, step) : step
    const was = container[key]
    found = { container, key, was, now: item }
    ;[container, now] = [was, item]
  }
  return found
}

/**
 * The expression behind a plain value, as a person writes it; undefined where the text has a plain value too, where
 * the value was edited since, and where the design came from no template.
 */
export function expressionBehind(document: DesignDocument, path: Path): string | undefined {
  const tree = treeBehind(document, path)
  return tree === undefined ? undefined : displayExpression(tree)
}

/** The same as the template has it. */
export function treeBehind(document: DesignDocument, path: Path): Tree | undefined {
  const { source } = document
  if (!source?.format.startsWith('cloudformation')) return undefined
  const baseline = readAgain(source)
  const found = baseline && findIn(baseline.document, document, path)
  if (!baseline || !found || found.now === undefined || isExpression(found.now)) return undefined
  if (!isSame(found.was, found.now)) return undefined
  const site = baseline.tree.siteOf(found.container, found.key)
  const tree = site && treesByNode(baseline).get(markOf(site))
  if (tree === undefined) return undefined
  const isVariable = typeof tree === 'string' && tree.includes('${') && tree !== found.now
  return isCall(tree) || isVariable ? tree : undefined
}
