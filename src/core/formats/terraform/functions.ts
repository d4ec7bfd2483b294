/** Terraform's functions that need nothing but their arguments; all of them get plain values. */
import { isExpression } from '#core/model/field.ts'
import type { Value } from './value.ts'

type Fields = { [key: string]: Value }
type Function = (values: readonly Value[]) => Value | undefined

export const texts = (values: readonly Value[]): string[] | undefined =>
  values.every((value) => ['string', 'number', 'boolean'].includes(typeof value))
    ? values.map(String)
    : undefined
export const isPlain = (value: Value): boolean => {
  if (typeof value !== 'object' || value === null) return true
  return !isExpression(value) && Object.values(value).every(isPlain)
}
const isFields = (value: Value | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExpression(value)
const text =
  (apply: (text: string, ...more: string[]) => Value | undefined): Function =>
  ([first, ...more]) =>
    typeof first === 'string' ? apply(first, ...more.map(String)) : undefined
const list =
  (apply: (items: Value[], ...more: Value[]) => Value | undefined): Function =>
  ([first, ...more]) =>
    Array.isArray(first) ? apply(first, ...more) : undefined
const distinct = (items: Value[]): Value[] =>
  items.filter(
    (item, index) => items.findIndex((other) => JSON.stringify(other) === JSON.stringify(item)) === index,
  )

/** `format` with the verbs that stand for a value as it is. */
function format([pattern, ...values]: readonly Value[]): Value | undefined {
  if (typeof pattern !== 'string' || /%(?![svd%])/.test(pattern)) return undefined
  const left = [...values]
  return pattern.replace(/%([svd%])/g, (_, verb: string) => (verb === '%' ? '%' : String(left.shift() ?? '')))
}

/** A text between slashes is a regular expression of Go; those are Terraform's to run. */
const replace = text((whole, from = '', to = '') =>
  from.startsWith('/') && from.endsWith('/') && from.length > 1 ? undefined : whole.replaceAll(from, to),
)

export const functions: Readonly<Record<string, Function>> = {
  join: ([separator, items]) => (Array.isArray(items) ? texts(items)?.join(String(separator)) : undefined),
  split: ([separator, whole]) => (typeof whole === 'string' ? whole.split(String(separator)) : undefined),
  format,
  replace,
  lower: text((whole) => whole.toLowerCase()),
  upper: text((whole) => whole.toUpperCase()),
  title: text((whole) => whole.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())),
  trimspace: text((whole) => whole.trim()),
  trimprefix: text((whole, prefix = '') => (whole.startsWith(prefix) ? whole.slice(prefix.length) : whole)),
  trimsuffix: text((whole, suffix = '') =>
    suffix !== '' && whole.endsWith(suffix) ? whole.slice(0, -suffix.length) : whole,
  ),
  chomp: text((whole) => whole.replace(/\n+$/, '')),
  startswith: text((whole, prefix = '') => whole.startsWith(prefix)),
  endswith: text((whole, suffix = '') => whole.endsWith(suffix)),
  substr: ([whole, offset, length]) =>
    typeof whole === 'string' ? whole.slice(Number(offset)).slice(0, Number(length)) : undefined,
  concat: (lists) => (lists.every(Array.isArray) ? lists.flat() : undefined),
  flatten: list((items) => items.flat(20) as Value[]),
  compact: list((items) => items.filter((item) => item !== '' && item !== null)),
  distinct: list(distinct),
  reverse: list((items) => items.toReversed()),
  sort: list((items) => texts(items)?.toSorted()),
  slice: list((items, from, to) => items.slice(Number(from), Number(to))),
  element: list((items, index) => items[Number(index) % items.length]),
  one: list((items) => (items.length > 1 ? undefined : (items[0] ?? null))),
  contains: list((items, wanted) => items.some((item) => JSON.stringify(item) === JSON.stringify(wanted))),
  setunion: (lists) => (lists.every(Array.isArray) ? distinct(lists.flat()) : undefined),
  length: ([value]) =>
    typeof value === 'string' || Array.isArray(value)
      ? value.length
      : isFields(value)
        ? Object.keys(value).length
        : undefined,
  merge: (maps) => (maps.every(isFields) ? Object.assign({}, ...maps) : undefined),
  keys: ([map]) => (isFields(map) ? Object.keys(map).toSorted() : undefined),
  values: ([map]) =>
    isFields(map)
      ? Object.keys(map)
          .toSorted()
          .map((key) => map[key] ?? null)
      : undefined,
  lookup: ([map, key, fallback]) =>
    isFields(map) ? (Object.hasOwn(map, String(key)) ? map[String(key)] : fallback) : undefined,
  coalesce: (values) => values.find((value) => value !== null && value !== ''),
  try: ([first]) => first,
  can: () => true,
  toset: list(distinct),
  tolist: list((items) => items),
  tomap: ([map]) => map,
  tostring: ([value]) => (typeof value === 'object' ? undefined : String(value)),
  tonumber: ([value]) => (Number.isFinite(Number(value)) ? Number(value) : undefined),
  tobool: ([value]) =>
    value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined,
  max: (values) => Math.max(...values.map(Number)),
  min: (values) => Math.min(...values.map(Number)),
  jsonencode: ([value]) => JSON.stringify(value),
  nonsensitive: ([value]) => value,
  sensitive: ([value]) => value,
}
