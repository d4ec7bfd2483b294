/** The edits of a YAML or JSON text, each as small as its syntax allows and in the text's own style. */
import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { applySplices, columnOf, lineStart, nextLine, type Splice } from '#core/formats/splice.ts'
import type { Site, TextTree, Tree } from '#core/formats/tree.ts'
import { inlineJson, prettyJson } from './json-text.ts'
import { styleOf, type TextStyle } from './text-style.ts'
import { quotedYaml, toYaml, yamlValue } from './yaml-text.ts'

export const isFlow = (node: Node | undefined): boolean => (isMap(node) || isSeq(node)) && node.flow === true
const rangeOf = (node: Node): [start: number, end: number] => {
  const [start = 0, end = 0] = node.range ?? []
  return [start, end]
}
const isCollection = (value: Tree): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0

/** The end of a node's last word: a block collection's own range takes in what follows it. */
function contentEnd(node: Node): number {
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1)
    const inner = isMap(node) ? ((last as Pair).value ?? (last as Pair).key) : last
    if (inner) return contentEnd(inner as Node)
  }
  return rangeOf(node)[1]
}

export class TextEdits {
  private readonly tree: TextTree
  private readonly text: string
  private readonly json: boolean
  private readonly style: TextStyle
  private splices: Splice[] = []

  constructor(tree: TextTree, json: boolean) {
    this.tree = tree
    this.text = tree.text
    this.json = json
    this.style = styleOf(tree)
  }

  result(): string {
    const { lineBreak } = this.style
    const inStyle = this.splices.map((splice) => ({
      ...splice,
      text: splice.text.replace(/\r?\n/g, lineBreak),
    }))
    return applySplices(this.tree.text, inStyle)
  }

  mark(): readonly Splice[] {
    return [...this.splices]
  }

  backTo(mark: readonly Splice[]): void {
    this.splices = [...mark]
  }

  private drop(start: number, end: number): void {
    this.splices = this.splices.filter((splice) => splice.start < start || splice.end > end)
  }

  private put(start: number, end: number, text: string): true {
    this.drop(start, end)
    this.splices.push({ start, end, text })
    return true
  }

  /** What stands before the first word of a place's line. */
  private leadOf(offset: number): string {
    return /^[ \t]*/.exec(this.text.slice(lineStart(this.text, offset), offset))?.[0] ?? ''
  }

  private isFirstInLine(offset: number): boolean {
    return /^\s*$/.test(this.text.slice(lineStart(this.text, offset), offset))
  }

  private endOfLines(offset: number): number {
    return this.text[offset - 1] === '\n' ? offset : nextLine(this.text, offset)
  }

  private jsonText(value: Tree, offset: number, inline: boolean): string {
    const { jsonUnit } = this.style
    return inline || jsonUnit === ''
      ? inlineJson(value, jsonUnit !== '')
      : prettyJson(value, jsonUnit, this.leadOf(offset))
  }

  private flowText(value: Tree): string {
    return this.json
      ? this.jsonText(value, 0, true)
      : yamlValue(value, { flow: true, style: this.style.yaml })
  }

  /** Replaces a value by another one. */
  replace({ key, value: node }: Site, now: Tree, inFlow: boolean): boolean {
    const [start, end] = this.withTag(node)
    if (this.json) {
      const isOneLine = isCollection(now) && end - start > 2 && !this.text.slice(start, end).includes('\n')
      return this.put(start, end, this.jsonText(now, start, isOneLine))
    }
    if (inFlow || (isFlow(node) && isCollection(now))) return this.put(start, end, this.flowText(now))
    const scalar = this.scalarText(node, now)
    if (scalar !== undefined) return this.put(start, end, scalar)
    return key ? this.replaceAfter(rangeOf(key)[1], key, node, now) : this.replaceItem(node, now)
  }

  /** A node's range starts behind its tag, which goes with the value. */
  private withTag(node: Node): [start: number, end: number] {
    const [start, end] = rangeOf(node)
    const tag = 'tag' in node && node.tag?.startsWith('!') ? node.tag : undefined
    return [tag ? this.text.lastIndexOf(tag, start) : start, end]
  }

  /** One word for another; undefined where either is more than a line. */
  private scalarText(node: Node, now: Tree): string | undefined {
    if (!isScalar(node) || node.type?.startsWith('BLOCK') || node.value === null) return undefined
    const [start, end] = rangeOf(node)
    if (this.text.slice(start, end).includes('\n')) return undefined
    const quote = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE' ? node.type : undefined
    if (quote && typeof now === 'string' && !now.includes('\n')) return quotedYaml(now, quote)
    const text = yamlValue(now, { style: this.style.yaml })
    return text.startsWith(' ') && !text.includes('\n') ? text.slice(1) : undefined
  }

  /** Rewrites what stands behind a key, or behind the dash of an item. */
  private replaceAfter(from: number, key: Node, node: Node, now: Tree): boolean {
    const behind = this.text.indexOf(':', from) + 1
    const text = yamlValue(now, { indent: columnOf(this.text, rangeOf(key)[0]), style: this.style.yaml })
    return this.putBehind(behind, node, text)
  }

  private replaceItem(node: Node, now: Tree): boolean {
    const dash = this.dashOf(node)
    const text = toYaml([now], {
      indent: columnOf(this.text, dash),
      style: { ...this.style.yaml, indentSeq: true },
    })
    return text.startsWith('-') && this.putBehind(dash + 1, node, text.slice(1))
  }

  private putBehind(behind: number, node: Node, text: string): boolean {
    const end = Math.max(behind, contentEnd(node))
    const trailing = this.text.slice(behind, end).endsWith('\n') ? '\n' : ''
    // A comment that stands behind the key stays there.
    const comment = /^[ \t]+#[^\r\n]*/.exec(this.text.slice(behind, end))?.[0] ?? ''
    const [first = '', ...more] = text.split('\n')
    return this.put(behind, end, [first + comment, ...more].join('\n') + trailing)
  }

  private dashOf(node: Node): number {
    return this.text.lastIndexOf('-', this.withTag(node)[0] - 1)
  }

  /** Adds a field behind the last one of a map. */
  addPair(node: Node, key: string, now: Tree): boolean {
    if (!isMap(node)) return false
    const last = node.items.at(-1)
    const [first] = node.items
    if (!last || !first) return false
    const keyStart = rangeOf(first.key as Node)[0]
    const end = contentEnd((last.value ?? last.key) as Node)
    if (node.flow) return this.addFlowPair(keyStart, end, key, now)
    const column = columnOf(this.text, keyStart)
    const after = this.endOfLines(end)
    const pair = `${' '.repeat(column)}${toYaml({ [key]: now }, { indent: column, style: this.style.yaml })}`
    const gap = this.gapBefore(node.items as Pair[])
    const isClosed = this.text[after - 1] === '\n'
    this.splices.push({ start: after, end: after, text: isClosed ? `${gap}${pair}\n` : `\n${gap}${pair}` })
    return true
  }

  private addFlowPair(keyStart: number, end: number, key: string, now: Tree): boolean {
    const ownLines = this.isFirstInLine(keyStart)
    const isMinified = this.json && this.style.jsonUnit === ''
    const separator = ownLines ? `,\n${this.leadOf(keyStart)}` : isMinified ? ',' : ', '
    const name = this.json ? JSON.stringify(key) : key
    const value = this.json ? this.jsonText(now, keyStart, !ownLines) : this.flowText(now)
    this.splices.push({ start: end, end, text: `${separator}${name}:${isMinified ? '' : ' '}${value}` })
    return true
  }

  /** The blank line that this map has between its fields. */
  private gapBefore(pairs: readonly Pair[]): string {
    const [previous, last] = pairs.slice(-2)
    if (!previous || !last) return ''
    const from = this.endOfLines(contentEnd((previous.value ?? previous.key) as Node))
    const to = lineStart(this.text, rangeOf(last.key as Node)[0])
    return /^[ \t]*\r?$/m.test(this.text.slice(from, to)) && to > from ? '\n' : ''
  }

  removePair(node: Node, key: string): boolean {
    if (!isMap(node) || node.items.length < 2) return false
    const isIt = (pair: Pair) => String((pair.key as { value?: unknown } | null)?.value) === key
    const index = node.items.findIndex(isIt)
    // Of a field that stands twice one would be left.
    if (index !== node.items.findLastIndex(isIt)) return false
    const [previous, pair, next] = [node.items[index - 1], node.items[index], node.items[index + 1]]
    if (!pair) return false
    const keyStart = rangeOf(pair.key as Node)[0]
    const end = contentEnd((pair.value ?? pair.key) as Node)
    if (node.flow) {
      if (next) this.put(keyStart, rangeOf(next.key as Node)[0], '')
      else if (previous) this.put(rangeOf((previous.value ?? previous.key) as Node)[1], end, '')
      return true
    }
    if (this.isFirstInLine(keyStart))
      return this.put(lineStart(this.text, keyStart), this.endOfLines(end), '')
    return next !== undefined && this.put(keyStart, rangeOf(next.key as Node)[0], '')
  }

  /**
   * Items moved, came or went: their own lines are put in the new order. `from` has for each item of `now` its place
   * in the text; items that are left out for these parameters stay behind the one that they follow.
   */
  rebuild(
    nodes: readonly Node[],
    flow: boolean,
    from: readonly (number | undefined)[],
    now: readonly Tree[],
    leftOut: readonly number[],
  ): boolean {
    const chunks = flow ? nodes.map((node) => this.flowChunk(node)) : this.blockChunks(nodes)
    const [first, last] = [chunks[0], chunks.at(-1)]
    if (!first || !last) return false
    const order = withLeftOut(from, leftOut)
    const texts = order.map(({ place, item }) => {
      const chunk = place === undefined ? undefined : chunks[place]
      if (chunk) return applySplices(this.text, this.splices, chunk.start, chunk.end)
      const value = item === undefined ? undefined : now[item]
      return value === undefined
        ? ''
        : flow
          ? this.newFlowItem(nodes, value)
          : this.newBlockItem(nodes, value)
    })
    const joined = flow ? texts.join(this.separator(nodes)) : texts.map(closed).join('')
    return this.put(first.start, last.end, flow || this.endsInBreak(last.end) ? joined : joined.trimEnd())
  }

  private endsInBreak(offset: number): boolean {
    return this.text[offset - 1] === '\n'
  }

  private flowChunk(node: Node): { start: number; end: number } {
    const [start, end] = this.withTag(node)
    return { start, end }
  }

  private separator(nodes: readonly Node[]): string {
    const [first, second] = nodes
    if (first && second) return this.text.slice(rangeOf(first)[1], this.withTag(second)[0])
    const start = first ? this.withTag(first)[0] : 0
    return this.isFirstInLine(start) ? `,\n${this.leadOf(start)}` : ', '
  }

  /** Each item's lines, with the comment that stands above it. */
  private blockChunks(nodes: readonly Node[]): { start: number; end: number }[] {
    const starts = nodes.map((node, index) => {
      const own = lineStart(this.text, this.dashOf(node))
      return index === 0 ? own : this.aboveComments(own)
    })
    const last = nodes.at(-1)
    const end = last ? this.endOfLines(contentEnd(last)) : 0
    return starts.map((start, index) => ({ start, end: starts[index + 1] ?? end }))
  }

  private aboveComments(start: number): number {
    let top = start
    for (;;) {
      const above = lineStart(this.text, top - 1)
      if (top === 0 || !/^[ \t]*#/.test(this.text.slice(above, top))) return top
      top = above
    }
  }

  private newFlowItem(nodes: readonly Node[], item: Tree): string {
    const [first] = nodes
    const start = first ? this.withTag(first)[0] : 0
    const ownLines = this.isFirstInLine(start)
    const isOneLine = first ? !this.text.slice(...this.withTag(first)).includes('\n') : true
    return this.json ? this.jsonText(item, start, !ownLines || isOneLine) : this.flowText(item)
  }

  private newBlockItem(nodes: readonly Node[], item: Tree): string {
    const [first] = nodes
    const column = first ? columnOf(this.text, this.dashOf(first)) : 0
    const text = toYaml([item], { indent: column, style: { ...this.style.yaml, indentSeq: true } })
    return `${' '.repeat(column)}${text.startsWith('-') ? text : `- ${text.slice(1, -1)}`}\n`
  }
}

const closed = (chunk: string): string => (chunk === '' || chunk.endsWith('\n') ? chunk : `${chunk}\n`)

interface Ordered {
  /** Where it stands in the text. */
  readonly place: number | undefined
  /** Which of the new items it is. */
  readonly item: number | undefined
}

function withLeftOut(from: readonly (number | undefined)[], leftOut: readonly number[]): Ordered[] {
  const order: Ordered[] = from.map((place, item) => ({ place, item }))
  for (const place of leftOut) {
    const before = order.findIndex((entry) => entry.place === place - 1)
    order.splice(before + 1, 0, { place, item: undefined })
  }
  return order
}
