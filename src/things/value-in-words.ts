/** A value of the design in the words of one line. */
import { isRef, isUnknown } from '#core/model/field.ts'
import { managedName } from '#core/model/managed-policies.ts'
import { nameOf } from '#core/model/stand-in.ts'

export type Values = Readonly<Record<string, unknown>>

export const isPlain = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value) && !isUnknown(value)

/** As many letters of a value as a line has room for. */
const room = 70

/** An item of a list, where it is a name, a function at its event, or a tag. */
function itemInWords(item: unknown): string | undefined {
  if (typeof item === 'string' || typeof item === 'number') return String(item)
  if (isRef(item)) return nameOf(item)
  if (!isPlain(item)) return undefined
  const of = itemInWords(item['FunctionARN'] ?? item['LambdaFunctionARN'])
  const event = itemInWords(item['EventType'])
  const [name, value] = [itemInWords(item['Key']), itemInWords(item['Value'])]
  if (name !== undefined && value !== undefined) return `${name}=${value}`
  return of === undefined || event === undefined ? undefined : `${of} on ${event}`
}

function listInWords(list: readonly unknown[]): string {
  const items = list.map(itemInWords)
  return items.length > 0 && items.every((one) => one !== undefined) ? items.join(', ') : JSON.stringify(list)
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

/** Both values as far as a line has room, from shortly before where they differ. */
export function bothInWords(before: unknown, after: unknown): Both {
  const [old = '', now = ''] = [inWords(before), inWords(after)]
  const isShort = Math.max(old.length, now.length) <= room
  let same = 0
  while (same < Math.min(old.length, now.length) && old[same] === now[same]) same += 1
  const from = isShort || same <= room / 2 ? 0 : same - lead
  return { before: cut(inWords(before), from), after: cut(inWords(after), from) }
}
