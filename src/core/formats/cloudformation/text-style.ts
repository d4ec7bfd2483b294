/** How a template's text is written, so that what is inserted looks as if its author had written it. */
import { isMap, isScalar, isSeq, type Pair, visit, type Document as YamlDocument } from 'yaml'
import { columnOf } from '#core/formats/splice.ts'
import type { TextTree } from '#core/formats/tree.ts'

export type Quote = 'QUOTE_SINGLE' | 'QUOTE_DOUBLE'
export interface YamlStyle {
  /** Spaces of one level. */
  readonly indent: number
  /** Lists stand deeper than their key. */
  readonly indentSeq: boolean
  /** Quotation marks where some are needed. */
  readonly quote: Quote
  /** Every text is quoted, and every key. */
  readonly quotesValues: boolean
  readonly quotesKeys: boolean
  /** `!Ref X` rather than `Ref: X`. */
  readonly shortTags: boolean
}
export interface TextStyle {
  readonly lineBreak: '\n' | '\r\n'
  readonly yaml: YamlStyle
  /** One level of indentation in JSON; empty where the text is one line. */
  readonly jsonUnit: string
}

export const plainYaml: YamlStyle = {
  indent: 2,
  indentSeq: true,
  quote: 'QUOTE_DOUBLE',
  quotesValues: false,
  quotesKeys: false,
  shortTags: true,
}

interface Counts {
  single: number
  double: number
  plain: number
  keys: number
  quotedKeys: number
  long: number
  short: number
  deeper: number
  level: number
  indent: number | undefined
}

function countPair(counts: Counts, { key, value }: Pair, text: string): void {
  if (!isScalar(key)) return
  counts.keys += 1
  if (key.type?.startsWith('QUOTE')) counts.quotedKeys += 1
  if (String(key.value).startsWith('Fn::') || key.value === 'Ref') counts.long += 1
  if ((!isMap(value) && !isSeq(value)) || value.flow) return
  const [first] = value.items
  const inner = isMap(value) ? (first as Pair | undefined)?.key : first
  const range = (inner as { range?: readonly number[] } | undefined)?.range
  const [start] = key.range ?? []
  if (start === undefined || range?.[0] === undefined) return
  const column = columnOf(text, start)
  if (isMap(value)) counts.indent ??= Math.max(1, columnOf(text, range[0]) - column)
  else if (columnOf(text, text.lastIndexOf('-', range[0] - 1)) > column) counts.deeper += 1
  else counts.level += 1
}

function count(yaml: YamlDocument, text: string): Counts {
  const counts: Counts = {
    single: 0,
    double: 0,
    plain: 0,
    keys: 0,
    quotedKeys: 0,
    long: 0,
    short: 0,
    deeper: 0,
    level: 0,
    indent: undefined,
  }
  visit(yaml, {
    Pair: (_, pair) => countPair(counts, pair, text),
    Node: (_, node) => {
      if ('tag' in node && node.tag?.startsWith('!')) counts.short += 1
    },
    Scalar: (key, node) => {
      if (key === 'key' || typeof node.value !== 'string' || node.tag?.startsWith('!')) return
      if (node.type === 'QUOTE_SINGLE') counts.single += 1
      else if (node.type === 'QUOTE_DOUBLE') counts.double += 1
      else counts.plain += 1
    },
  })
  return counts
}

/** The style of a text, by what most of it does. */
export function styleOf({ text, yaml }: TextTree): TextStyle {
  const counts = count(yaml, text)
  const quoted = counts.single + counts.double
  return {
    lineBreak: /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n',
    jsonUnit: /^\s*[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? '',
    yaml: {
      indent: counts.indent ?? plainYaml.indent,
      indentSeq: counts.deeper >= counts.level,
      quote: counts.single > counts.double ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE',
      quotesValues: quoted > 4 * counts.plain,
      quotesKeys: counts.quotedKeys > counts.keys / 2,
      shortTags: counts.short > 0 || counts.long === 0,
    },
  }
}
