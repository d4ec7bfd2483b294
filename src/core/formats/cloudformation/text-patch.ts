/**
 * Edits a template's text in place: only the bytes of what changed are replaced. It walks the text's own tree beside
 * the evaluated value before (`was`) and after (`now`) the edit, both in CloudFormation's spelling.
 * A function returns false where the text cannot take the edit at that depth; the caller then replaces more.
 */
import { isMap, isSeq, type Node } from 'yaml'
import { isSame } from '#core/formats/same.ts'
import { applySplices, columnOf, lineStart, nextLine, type Splice } from '#core/formats/splice.ts'
import type { TextTree, Tree, TreeMap } from '#core/formats/text-tree.ts'
import { alignItems } from './align-items.ts'
import { toYaml } from './yaml-text.ts'

const isTreeMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)
const isCall = (tree: TreeMap): boolean => {
  const [only, ...others] = Object.keys(tree)
  return others.length === 0 && only !== undefined && (only === 'Ref' || only.startsWith('Fn::'))
}
const isFlow = (node: Node | undefined) => (isMap(node) || isSeq(node)) && node.flow === true
const rangeOf = (node: Node): [start: number, end: number] => {
  const [start = 0, end = 0] = node.range ?? []
  return [start, end]
}

export interface PatchContext {
  readonly tree: TextTree
  readonly json: boolean
  readonly condition: (name: string) => boolean | undefined
}

export class TextPatch {
  readonly splices: Splice[] = []
  private readonly context: PatchContext
  private readonly text: string

  constructor(context: PatchContext) {
    this.context = context
    this.text = context.tree.text
  }

  result(): string {
    return applySplices(this.text, this.splices)
  }

  /** Changes `container[key]` from `was` to `now`; `undefined` adds or removes it. */
  field(container: TreeMap, key: string, was: Tree | undefined, now: Tree | undefined): boolean {
    if (isSame(was, now)) return true
    const site = this.context.tree.siteOf(container, key)
    const node = this.context.tree.nodeOf(container)
    if (!isMap(node)) return false
    if (!site) return now === undefined || this.addPair(node, key, now)
    // What came by a merge key is overridden here; its absence is CloudFormation's NoValue.
    if (site.shared) return this.addPair(node, key, now ?? { Ref: 'AWS::NoValue' })
    if (now === undefined) return this.removePair(node, key)
    return this.value(container, key, container[key], was, now) || this.replace(site.value, now, isFlow(node))
  }

  /** Changes a value below its own field or item, as deep as it can. */
  private value(
    container: TreeMap | Tree[],
    key: string | number,
    raw: Tree | undefined,
    was: Tree | undefined,
    now: Tree,
  ): boolean {
    const site = this.context.tree.siteOf(container, key)
    if (!site || site.shared) return false
    if (Array.isArray(raw)) return Array.isArray(was) && Array.isArray(now) && this.items(raw, was, now)
    if (!isTreeMap(raw)) return false
    const branch = this.branchOf(raw)
    if (branch) return this.value(branch.container, branch.key, branch.container[branch.key], was, now)
    if (isCall(raw) || !isTreeMap(was) || !isTreeMap(now)) return false
    return this.fields(raw, was, now)
  }

  fields(raw: TreeMap, was: TreeMap, now: TreeMap): boolean {
    const node = this.context.tree.nodeOf(raw)
    if (!isMap(node)) return false
    if (Object.keys(now).length === 0) return false
    const mark = this.splices.length
    const names = [...new Set([...Object.keys(was), ...Object.keys(now)])]
    const done = names.every((name) => this.field(raw, name, was[name], now[name]))
    if (!done) this.splices.length = mark
    return done
  }

  /** The branch of a decided `Fn::If`, as a place in its argument list. */
  private branchOf(raw: TreeMap): { container: Tree[]; key: number } | undefined {
    const call = raw['Fn::If']
    if (!Array.isArray(call) || typeof call[0] !== 'string') return undefined
    const decided = this.context.condition(call[0])
    return decided === undefined ? undefined : { container: call, key: decided ? 1 : 2 }
  }

  private items(raw: Tree[], was: Tree[], now: Tree[]): boolean {
    const node = this.context.tree.nodeOf(raw)
    if (!isSeq(node) || raw.length !== was.length || now.length === 0 || raw.length === 0) return false
    const from = alignItems(was, now)
    const patched = now.map((item, index) => {
      const old = from[index]
      return old === undefined || isSame(was[old], item) || this.item(raw, old, was[old], item)
    })
    if (patched.includes(false)) return false
    const sameOrder = now.length === was.length && from.every((old, index) => old === index)
    return sameOrder || this.rebuild(node.items as Node[], node.flow === true, from, now)
  }

  private item(raw: Tree[], index: number, was: Tree | undefined, now: Tree): boolean {
    if (this.value(raw, index, raw[index], was, now)) return true
    const site = this.context.tree.siteOf(raw, index)
    return (
      site !== undefined &&
      !site.shared &&
      this.replace(site.value, now, isFlow(this.context.tree.nodeOf(raw)))
    )
  }

  /** Items moved, came or went: their own lines are put in the new order. */
  private rebuild(
    nodes: readonly Node[],
    flow: boolean,
    from: readonly (number | undefined)[],
    now: readonly Tree[],
  ) {
    const chunks = flow ? this.flowChunks(nodes) : this.blockChunks(nodes)
    const [first, last] = [chunks[0], chunks.at(-1)]
    if (!first || !last) return false
    const texts = now.map((item, index) => {
      const old = from[index]
      const chunk = old === undefined ? undefined : chunks[old]
      if (chunk) return applySplices(this.text, this.splices, chunk.start, chunk.end)
      return flow ? this.print(item, true, 0) : this.newBlockItem(nodes, item)
    })
    this.dropSplices(first.start, last.end)
    this.splices.push({
      start: first.start,
      end: last.end,
      text: texts.join(flow ? this.separator(nodes) : ''),
    })
    return true
  }

  private dropSplices(start: number, end: number) {
    const kept = this.splices.filter((splice) => splice.start < start || splice.end > end)
    this.splices.length = 0
    this.splices.push(...kept)
  }

  private flowChunks(nodes: readonly Node[]) {
    return nodes.map(rangeOf).map(([start, end]) => ({ start, end }))
  }

  private separator(nodes: readonly Node[]): string {
    const [first, second] = nodes
    if (first && second) return this.text.slice(rangeOf(first)[1], rangeOf(second)[0])
    const [start] = first ? rangeOf(first) : [0]
    const before = this.text.slice(lineStart(this.text, start), start)
    return /^\s+$/.test(before) ? `,\n${before}` : ', '
  }

  private blockChunks(nodes: readonly Node[]): { start: number; end: number }[] {
    const starts = nodes.map((node) => lineStart(this.text, this.dashOf(node)))
    const last = nodes.at(-1)
    const end = last ? this.endOfLines(rangeOf(last)[1]) : 0
    return starts.map((start, index) => ({ start, end: starts[index + 1] ?? end }))
  }

  private dashOf(node: Node): number {
    return this.text.lastIndexOf('-', rangeOf(node)[0] - 1)
  }

  private endOfLines(offset: number): number {
    return this.text[offset - 1] === '\n' ? offset : nextLine(this.text, offset)
  }

  private newBlockItem(nodes: readonly Node[], item: Tree): string {
    const [first] = nodes
    const column = first ? columnOf(this.text, this.dashOf(first)) : 0
    return `${' '.repeat(column)}- ${toYaml(item, { indent: column + 2 })}\n`
  }

  private print(value: Tree, flow: boolean, indent: number): string {
    if (this.context.json) {
      const text = JSON.stringify(value, null, flow ? 0 : 2)
      return text.replaceAll('\n', `\n${' '.repeat(indent)}`)
    }
    return toYaml(value, { flow, indent })
  }

  private replace(node: Node, now: Tree, inFlow: boolean): boolean {
    const [contentStart, end] = rangeOf(node)
    // A node's range starts behind its tag, which goes with the value.
    const tag = 'tag' in node && node.tag?.startsWith('!') ? node.tag : undefined
    const start = tag ? this.text.lastIndexOf(tag, contentStart) : contentStart
    const isBlock = (isMap(node) || isSeq(node)) && !isFlow(node) && !this.context.json
    const isCollection = typeof now === 'object' && now !== null && Object.keys(now).length > 0
    const keepsBlock = isBlock && isCollection && !inFlow
    const text = this.print(now, !keepsBlock, keepsBlock ? columnOf(this.text, start) : 0)
    this.dropSplices(start, end)
    const trailing = this.text.slice(start, end).endsWith('\n') ? '\n' : ''
    if (isBlock && !keepsBlock) {
      // A block collection starts on its own line; a single value belongs behind the key.
      const behindKey = this.text.slice(0, start).trimEnd().length
      this.splices.push({ start: behindKey, end, text: ` ${text}${trailing}` })
    } else this.splices.push({ start, end, text: text + trailing })
    return true
  }

  private addPair(node: Node, key: string, now: Tree): boolean {
    if (!isMap(node)) return false
    const last = node.items.findLast((pair) => pair.value !== null)
    const lastValue = last?.value as Node | undefined
    const [firstKey] = node.items.map((pair) => pair.key as Node)
    if (!lastValue || !firstKey) return false
    const column = columnOf(this.text, rangeOf(firstKey)[0])
    if (node.flow) {
      const ownLines = /^\s*$/.test(
        this.text.slice(lineStart(this.text, rangeOf(firstKey)[0]), rangeOf(firstKey)[0]),
      )
      const separator = ownLines ? `,\n${' '.repeat(column)}` : ', '
      const name = this.context.json ? JSON.stringify(key) : key
      const end = rangeOf(lastValue)[1]
      this.splices.push({
        start: end,
        end,
        text: `${separator}${name}: ${this.print(now, !ownLines, column)}`,
      })
      return true
    }
    const after = this.endOfLines(rangeOf(lastValue)[1])
    const broken = this.text[after - 1] === '\n'
    const pair = `${' '.repeat(column)}${toYaml({ [key]: now }, { indent: column })}\n`
    this.splices.push({ start: after, end: after, text: broken ? pair : `\n${pair.trimEnd()}` })
    return true
  }

  private removePair(node: Node, key: string): boolean {
    if (!isMap(node) || node.items.length < 2) return false
    const index = node.items.findIndex(
      (pair) => String((pair.key as { value?: unknown } | null)?.value) === key,
    )
    const pair = node.items[index]
    if (!pair) return false
    const keyStart = rangeOf(pair.key as Node)[0]
    const end = rangeOf((pair.value ?? pair.key) as Node)[1]
    const next = node.items[index + 1]
    const previous = node.items[index - 1]
    if (node.flow) {
      if (next) this.splices.push({ start: keyStart, end: rangeOf(next.key as Node)[0], text: '' })
      else if (previous)
        this.splices.push({ start: rangeOf((previous.value ?? previous.key) as Node)[1], end, text: '' })
      return true
    }
    const ownLine = /^\s*$/.test(this.text.slice(lineStart(this.text, keyStart), keyStart))
    if (!ownLine && !next) return false
    this.splices.push(
      ownLine
        ? { start: lineStart(this.text, keyStart), end: this.endOfLines(end), text: '' }
        : { start: keyStart, end: rangeOf(next?.key as Node)[0], text: '' },
    )
    return true
  }
}
