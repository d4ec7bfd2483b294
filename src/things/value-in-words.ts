/** A value of the design in the words of one line. */
import { isRef, isUnknown } from '#core/model/field.ts'
import { managedName } from '#core/model/managed-policies.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { counted } from './counted.ts'

export type Values = Readonly<Record<string, unknown>>

export const isPlain = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value) && !isUnknown(value)

/** As many letters of a value as a line has room for. */
const room = 70

/** A structure of plain values: `ErrorCode 404, ResponsePagePath /404.html`. */
function structureInWords(item: Values): string | undefined {
  const fields = Object.entries(item).filter(([name]) => name !== 'key')
  const words = fields.map(([name, value]) => {
    const told = typeof value === 'boolean' ? String(value) : itemInWords(value)
    return told === undefined ? undefined : `${name} ${told}`
  })
  return words.length > 0 && words.every((one) => one !== undefined) ? words.join(', ') : undefined
}

/** An item of a list, where it is a name, a function at its event, a tag, or a structure of such. */
function itemInWords(item: unknown): string | undefined {
  if (typeof item === 'string' || typeof item === 'number') return String(item)
  if (isRef(item)) return nameOf(item)
  if (!isPlain(item)) return undefined
  const of = itemInWords(item['FunctionARN'] ?? item['LambdaFunctionARN'])
  const event = itemInWords(item['EventType'])
  const [name, value] = [itemInWords(item['Key']), itemInWords(item['Value'])]
  if (name !== undefined && value !== undefined) return `${name}=${value}`
  return of === undefined || event === undefined ? structureInWords(item) : `${of} on ${event}`
}

function listInWords(list: readonly unknown[]): string {
  const items = list.map(itemInWords)
  const between = items.some((one) => one?.includes(', ')) ? '; ' : ', '
  return items.length > 0 && items.every((one) => one !== undefined)
    ? items.join(between)
    : JSON.stringify(list)
}

export function inWords(value: unknown): string | undefined {
  if (value === undefined) return undefined
  const text = isRef(value) || isUnknown(value) ? nameOf(value) : value
  const told = Array.isArray(text) ? listInWords(text) : text
  return typeof told === 'string' ? (managedName(told) ?? told) : JSON.stringify(told)
}

/** Letters that long values have in common and that are shown before they differ. */
const lead = 20

export const cut = (text: string | undefined, from: number): string | undefined => {
  if (text === undefined) return undefined
  const start = from > 0 ? `…${text.slice(from)}` : text
  return start.length > room ? `${start.slice(0, room - 1)}…` : start
}

interface Both {
  readonly before: string | undefined
  readonly after: string | undefined
}

/** A list without the items that another has too, which are counted. */
function beside(list: readonly unknown[], other: readonly unknown[]): string {
  const texts = new Set(other.map((item) => JSON.stringify(item)))
  const own = list.filter((item) => !texts.has(JSON.stringify(item)))
  const shared = list.length - own.length
  if (own.length === 0) return counted(shared, 'item')
  return shared === 0 ? listInWords(own) : `${listInWords(own)} and ${counted(shared, 'other')}`
}

/** Lists that have the same items in another order, or hardly any, are told whole. */
function isToldByOwn(before: readonly unknown[], after: readonly unknown[]): boolean {
  const [old, now] = [beside(before, after), beside(after, before)]
  const whole = listInWords(before).length + listInWords(after).length
  return old !== now && whole > room && old.length + now.length < whole
}

const told = (before: unknown, after: unknown): readonly (string | undefined)[] =>
  Array.isArray(before) && Array.isArray(after) && isToldByOwn(before, after)
    ? [beside(before, after), beside(after, before)]
    : [inWords(before), inWords(after)]

/** Both values as far as a line has room, from shortly before where they differ; of long lists what only one has. */
export function bothInWords(before: unknown, after: unknown): Both {
  const [first, second] = told(before, after)
  const [old, now] = [first ?? '', second ?? '']
  const isShort = Math.max(old.length, now.length) <= room
  let same = 0
  while (same < Math.min(old.length, now.length) && old[same] === now[same]) same += 1
  const from = isShort || same <= room / 2 ? 0 : same - lead
  return { before: cut(first, from), after: cut(second, from) }
}
