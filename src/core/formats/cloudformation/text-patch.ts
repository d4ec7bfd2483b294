/**
 * Edits a template's text in place: only the bytes of what changed are replaced. It walks the text's own tree beside
 * the evaluated value before (`was`) and after (`now`) the edit, both in the text's spelling.
 * A function returns false where the text cannot take the edit at that depth; the caller then replaces more.
 */
import { isMap, isSeq, type Node } from 'yaml'
import { isSame } from '#core/formats/same.ts'
import type { Site, TextTree, Tree, TreeMap } from '#core/formats/tree.ts'
import { alignItems } from './align-items.ts'
import { isCall } from './evaluate.ts'
import { isTreeMap } from './scope.ts'
import { isFlow, TextEdits } from './text-edits.ts'

type Condition = (name: string, at: object) => boolean | undefined
export interface PatchContext {
  readonly tree: TextTree
  readonly json: boolean
  readonly condition: Condition
  /** True for the name of a resource of the text; a reference to one is a value as plain as a text. */
  readonly isResource?: (name: string) => boolean
}

/** True for an item that CloudFormation leaves out: `AWS::NoValue`, or an `Fn::If` that gives it. */
function isLeftOut(raw: Tree | undefined, condition: Condition): boolean {
  if (raw === null) return true
  if (!isTreeMap(raw)) return false
  if (raw['Ref'] === 'AWS::NoValue') return true
  const branch = branchOf(raw, condition)
  return branch !== undefined && isLeftOut(branch.container[branch.key], condition)
}

/** The branch of a decided `Fn::If`, as a place in its argument list. */
function branchOf(raw: TreeMap, condition: Condition): { container: Tree[]; key: number } | undefined {
  const call = raw['Fn::If']
  if (!Array.isArray(call) || typeof call[0] !== 'string') return undefined
  const decided = condition(call[0], raw)
  return decided === undefined ? undefined : { container: call, key: decided ? 1 : 2 }
}

export class TextPatch {
  private readonly context: PatchContext
  private readonly edits: TextEdits

  constructor(context: PatchContext) {
    this.context = context
    this.edits = new TextEdits(context.tree, context.json)
  }

  result(): string {
    return this.edits.result()
  }

  /** Changes `container[key]` from `was` to `now`; `undefined` adds or removes it. */
  field(container: TreeMap, key: string, was: Tree | undefined, now: Tree | undefined): boolean {
    if (isSame(was, now)) return true
    const site = this.context.tree.siteOf(container, key)
    const node = this.context.tree.nodeOf(container)
    if (!isMap(node)) return false
    if (!site) return now === undefined || this.edits.addPair(node, key, now)
    // What came by a merge key is overridden here; its absence is CloudFormation's NoValue.
    if (site.shared) return this.edits.addPair(node, key, now ?? { Ref: 'AWS::NoValue' })
    if (now === undefined) return this.edits.removePair(node, key)
    return this.value(container, key, was, now) || this.edits.replace(site, now, isFlow(node))
  }

  /** Changes a value below its own field or item, as deep as it can. */
  private value(
    container: TreeMap | Tree[],
    key: string | number,
    was: Tree | undefined,
    now: Tree,
  ): boolean {
    const site = this.context.tree.siteOf(container, key)
    // One of the two kinds, and the key is of that kind.
    const raw = (container as TreeMap)[key]
    if (!site || site.shared) return false
    if (Array.isArray(raw)) return Array.isArray(was) && Array.isArray(now) && this.items(raw, was, now)
    if (!isTreeMap(raw)) return false
    const branch = this.isWholeExpression(now) ? undefined : branchOf(raw, this.context.condition)
    if (branch) return this.branch(branch.container, branch.key, was, now)
    if (isCall(raw) || !isTreeMap(was) || !isTreeMap(now)) return false
    return this.fields(raw, was, now)
  }

  /** An expression of its own takes the place of the one before, and not only of the branch that holds now. */
  private isWholeExpression(now: Tree): boolean {
    if (!isCall(now)) return false
    const { Ref: name } = now
    return typeof name === 'string' ? this.context.isResource?.(name) !== true : !('Fn::GetAtt' in now)
  }

  private branch(container: Tree[], key: number, was: Tree | undefined, now: Tree): boolean {
    if (this.value(container, key, was, now)) return true
    const site: Site | undefined = this.context.tree.siteOf(container, key)
    const list = this.context.tree.nodeOf(container)
    return site !== undefined && !site.shared && this.edits.replace(site, now, isFlow(list))
  }

  fields(raw: TreeMap, was: TreeMap, now: TreeMap): boolean {
    const node = this.context.tree.nodeOf(raw)
    if (!isMap(node) || Object.keys(now).length === 0) return false
    if (node.flow && this.losesItsEnd(raw, was, now)) return false
    const mark = this.edits.mark()
    const names = [...new Set([...Object.keys(was), ...Object.keys(now)])]
    const done = names.every((name) => this.field(raw, name, was[name], now[name]))
    if (!done) this.edits.backTo(mark)
    return done
  }

  /** True where the last field of a flow map goes together with others, or others come: it is written anew then. */
  private losesItsEnd(raw: TreeMap, was: TreeMap, now: TreeMap): boolean {
    const removed = Object.keys(was).filter((name) => now[name] === undefined && raw[name] !== undefined)
    const isAdding = Object.keys(now).some((name) => was[name] === undefined)
    const last = Object.keys(raw).at(-1)
    return removed.some((name) => name === last) && (removed.length > 1 || isAdding)
  }

  private items(raw: Tree[], was: Tree[], now: Tree[]): boolean {
    const node = this.context.tree.nodeOf(raw)
    // The items of the text that are there for these parameters.
    const present = [...raw.keys()].filter((index) => !isLeftOut(raw[index], this.context.condition))
    if (!isSeq(node) || present.length !== was.length || now.length === 0 || raw.length === 0) return false
    const from = alignItems(was, now)
    const patched = now.every((item, index) => {
      const old = from[index]
      const place = old === undefined ? undefined : present[old]
      if (old === undefined || place === undefined || isSame(was[old], item)) return true
      return this.item(raw, place, was[old], item)
    })
    if (!patched) return false
    const sameOrder = now.length === was.length && from.every((old, index) => old === index)
    const places = from.map((old) => (old === undefined ? undefined : present[old]))
    const leftOut = [...raw.keys()].filter((index) => !present.includes(index))
    return sameOrder || this.edits.rebuild(node.items as Node[], node.flow === true, places, now, leftOut)
  }

  private item(raw: Tree[], index: number, was: Tree | undefined, now: Tree): boolean {
    if (this.value(raw, index, was, now)) return true
    const site = this.context.tree.siteOf(raw, index)
    const inFlow = isFlow(this.context.tree.nodeOf(raw))
    return site !== undefined && !site.shared && this.edits.replace(site, now, inFlow)
  }
}
