/** The edits that bring one value of HCL to another: items and entries that stay keep their own text. */
import { isSame } from '#core/formats/same.ts'
import { lineStart, nextLine, type Splice } from '#core/formats/splice.ts'
import type { HclExpression } from './hcl-syntax.ts'
import { type Attribute, type Literal, literal, quoted, valueText } from './hcl-text.ts'

type Value = Attribute['value']
type ListExpression = HclExpression & { readonly kind: 'list' }
type ObjectExpression = HclExpression & { readonly kind: 'object' }
type Pairs = readonly (readonly [string, Literal])[]

const pairsOf = (value: Value | undefined): Pairs | undefined =>
  typeof value === 'object' && value !== null && 'pairs' in value ? value.pairs : undefined

const sliceOf = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end)

function listEdits(
  text: string,
  raw: ListExpression,
  was: readonly Literal[],
  now: readonly Literal[],
): Splice[] | undefined {
  if (raw.items.length !== was.length || was.length === 0) return undefined
  if (was.length === now.length)
    return raw.items.flatMap(({ start, end }, index) => {
      const item = now[index] ?? null
      return isSame(was[index], item) ? [] : [{ start, end, text: literal(item) }]
    })
  const [first, last] = [raw.items[0], raw.items.at(-1)]
  if (!first || !last) return undefined
  const left = [...was.entries()]
  const texts = now.map((item) => {
    const index = left.findIndex(([, old]) => isSame(old, item))
    const [old] = index < 0 ? [] : left.splice(index, 1)
    const own = old && raw.items[old[0]]
    return own ? sliceOf(text, own) : literal(item)
  })
  const before = text.slice(lineStart(text, first.start), first.start)
  const separator = before.trim() === '' ? `,\n${before}` : ', '
  return [{ start: first.start, end: last.end, text: texts.join(separator) }]
}

/** Entries are matched by their plain names. */
const keyOf = (text: string, key: HclExpression): string =>
  key.kind === 'literal' ? String(key.value) : sliceOf(text, key)

function objectEdits(text: string, raw: ObjectExpression, was: Pairs, now: Pairs): Splice[] | undefined {
  const [before, after] = [new Map(was), new Map(now)]
  const last = raw.entries.at(-1)
  if (!last || now.length === 0) return undefined
  const isOnOwnLine = (offset: number) => text.slice(lineStart(text, offset), offset).trim() === ''
  if (!raw.entries.every(([key]) => isOnOwnLine(key.start))) return undefined
  const edits = raw.entries.flatMap(([key, { start, end }]): Splice[] => {
    const name = keyOf(text, key)
    const value = after.get(name)
    if (!before.has(name) || isSame(before.get(name), value)) return []
    if (value === undefined)
      return [{ start: lineStart(text, key.start), end: nextLine(text, end), text: '' }]
    return [{ start, end, text: literal(value) }]
  })
  const [lastKey, { end }] = last
  const indent = text.slice(lineStart(text, lastKey.start), lastKey.start)
  const width = text.indexOf('=', lastKey.end) - lastKey.start - 1
  const added = now.filter(([name]) => !before.has(name))
  const lines = added.map(([name, value]) => {
    const key = /^[A-Za-z_][\w-]*$/.test(name) ? name : quoted(name)
    return `${indent}${key.padEnd(width)} = ${literal(value)}\n`
  })
  const at = nextLine(text, end)
  return lines.length === 0 ? edits : [...edits, { start: at, end: at, text: lines.join('') }]
}

/** The smallest edits that the value's own form takes; else the whole value is written anew. */
export function editedValue(
  text: string,
  raw: HclExpression,
  was: Value | undefined,
  now: Value,
  indent: string,
): Splice[] {
  const whole = [{ start: raw.start, end: raw.end, text: valueText(now, indent) }]
  if (raw.kind === 'list' && Array.isArray(was) && Array.isArray(now))
    return listEdits(text, raw, was, now) ?? whole
  const [before, after] = [pairsOf(was), pairsOf(now)]
  if (raw.kind === 'object' && before && after) return objectEdits(text, raw, before, after) ?? whole
  return whole
}
