/** Terraform's functions that need nothing but their arguments (https://developer.hashicorp.com/terraform/language/functions). */
import { isExpression } from '#core/model/field.ts'
import { isFields, isPlain, markedAsSet, texts, type Value } from './value.ts'

type Apply = (values: readonly Value[]) => Value | undefined
interface TerraformFunction {
  /** Undefined where the arguments do not decide it. */
  readonly apply: Apply
  /** It puts values together without looking into them, so parts of them may be unknown. */
  readonly takesParts?: true
  /** What it gives may be null, since it is one of the arguments or a part of one. */
  readonly handsOn?: true
}
const plain = (apply: Apply): TerraformFunction => ({ apply })
const parts = (apply: Apply): TerraformFunction => ({ apply, takesParts: true })
const handing = (apply: Apply): TerraformFunction => ({ apply, takesParts: true, handsOn: true })

const text = (apply: (text: string, ...more: string[]) => Value | undefined): TerraformFunction =>
  plain((values) => {
    const [first, ...more] = texts(values) ?? []
    return first === undefined ? undefined : apply(first, ...more)
  })
const list =
  (apply: (items: Value[], ...more: Value[]) => Value | undefined): Apply =>
  ([first, ...more]) =>
    Array.isArray(first) ? apply(first, ...more) : undefined
const number = (apply: (...numbers: number[]) => number): TerraformFunction =>
  plain((values) => {
    const result = apply(...(texts(values) ?? ['?']).map(Number))
    return values.length > 0 && Number.isFinite(result) ? result : undefined
  })
const distinct = (items: Value[]): Value[] =>
  items.filter(
    (item, index) => items.findIndex((other) => JSON.stringify(other) === JSON.stringify(item)) === index,
  )
/** Members of a set are counted only where they are known to differ. */
const unlike = (items: Value[]): Value[] | undefined =>
  items.length < 2 ? [...items] : items.every(isPlain) ? distinct(items) : undefined
const asSet = (items: Value[]): Value[] | undefined => {
  const members = unlike(items)
  return members && markedAsSet(members)
}

/** `format` with the verbs that stand for a value as it is. */
function format(values: readonly Value[]): Value | undefined {
  const [pattern, ...left] = texts(values) ?? []
  if (pattern === undefined || /%(?![svd%])/.test(pattern)) return undefined
  return pattern.replace(/%([svd%])/g, (_, verb: string) => (verb === '%' ? '%' : (left.shift() ?? '')))
}

/** A text between slashes is a regular expression of Go; those are Terraform's to run. */
const replace = text((whole, from = '', to = '') =>
  from.startsWith('/') && from.endsWith('/') && from.length > 1
    ? undefined
    : whole.replaceAll(from, () => to),
)

/** An unknown item may be a list of any length. */
const flatten = (items: readonly Value[]): Value[] | undefined => {
  if (items.some((item) => isExpression(item))) return undefined
  const inner = items.map((item) => (Array.isArray(item) ? flatten(item) : [item]))
  return inner.every((one) => one !== undefined) ? inner.flat() : undefined
}

const sorted = (value: Value): Value => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sorted(value[key] ?? null)]),
  )
}
const html: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' }
/** Keys in their order and HTML's signs escaped, as Terraform writes it. */
const jsonencode: Apply = ([value = null]) =>
  JSON.stringify(sorted(value)).replace(/[<>&]/g, (sign) => html[sign] ?? sign)

const at = (items: readonly Value[], index: Value | undefined): Value | undefined => {
  const place = typeof index === 'object' || index === undefined ? Number.NaN : Number(index)
  return Number.isInteger(place) && place >= 0 && items.length > 0 ? items[place % items.length] : undefined
}

const lookup: Apply = ([map, key, fallback]) => {
  const name = key === undefined ? undefined : texts([key])?.[0]
  if (!isFields(map) || name === undefined) return undefined
  return Object.hasOwn(map, name) ? map[name] : fallback
}
const length: Apply = ([value]) =>
  typeof value === 'string'
    ? [...value].length
    : Array.isArray(value)
      ? value.length
      : isFields(value)
        ? Object.keys(value).length
        : undefined
const zipmap: Apply = ([keys, values]) => {
  const names = Array.isArray(keys) ? texts(keys) : undefined
  if (!names || !Array.isArray(values) || names.length !== values.length) return undefined
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]))
}
const values: Apply = ([map]) =>
  isFields(map)
    ? Object.keys(map)
        .toSorted()
        .map((key) => map[key] ?? null)
    : undefined
const merge: Apply = (maps) => {
  const said = maps.filter((map) => map !== null)
  return said.every(isFields) ? Object.assign({}, ...said) : undefined
}
const asNumber: Apply = ([value]) => {
  if (value === null) return null
  const found = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}
const asBool: Apply = ([value]) => {
  if (value === null || typeof value === 'boolean') return value
  return value === 'true' ? true : value === 'false' ? false : undefined
}

export const functions: Readonly<Record<string, TerraformFunction>> = {
  join: plain(([separator, ...lists]) => {
    const items = lists.every(Array.isArray) ? texts(lists.flat()) : undefined
    return typeof separator === 'string' ? items?.join(separator) : undefined
  }),
  split: text((separator, whole = '') => whole.split(separator)),
  format: plain(format),
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
  strcontains: text((whole, part = '') => whole.includes(part)),
  substr: text((whole, offset, length) => {
    const from = whole.slice(Number(offset))
    return Number(length) < 0 ? from : from.slice(0, Number(length))
  }),
  concat: parts((lists) => (lists.every(Array.isArray) ? lists.flat() : undefined)),
  flatten: parts(list(flatten)),
  compact: plain(list((items) => items.filter((item) => item !== '' && item !== null))),
  distinct: parts(list(unlike)),
  reverse: parts(list((items) => items.toReversed())),
  sort: plain(list((items) => texts(items)?.toSorted())),
  slice: plain(list((items, from, to) => items.slice(Number(from), Number(to)))),
  element: handing(list((items, index) => at(items, index))),
  one: handing(list((items) => (items.length > 1 ? undefined : (items[0] ?? null)))),
  contains: plain(
    list((items, wanted) => items.some((item) => JSON.stringify(item) === JSON.stringify(wanted))),
  ),
  setunion: parts((lists) => (lists.every(Array.isArray) ? asSet(lists.flat()) : undefined)),
  length: parts(length),
  merge: parts(merge),
  keys: parts(([map]) => (isFields(map) ? Object.keys(map).toSorted() : undefined)),
  values: parts(values),
  zipmap: parts(zipmap),
  lookup: handing(lookup),
  toset: parts(list(asSet)),
  tolist: parts(list((items) => [...items])),
  tomap: parts(([map]) => (isFields(map) ? map : undefined)),
  tostring: {
    ...plain(([value]) => (value === null ? null : value === undefined ? undefined : texts([value])?.[0])),
    handsOn: true,
  },
  tonumber: { ...plain(asNumber), handsOn: true },
  tobool: { ...plain(asBool), handsOn: true },
  max: number(Math.max),
  min: number(Math.min),
  abs: number(Math.abs),
  ceil: number(Math.ceil),
  floor: number(Math.floor),
  jsonencode: plain(jsonencode),
  nonsensitive: handing(([value]) => (isExpression(value) ? undefined : value)),
  sensitive: handing(([value]) => (isExpression(value) ? undefined : value)),
}

/** Functions that look at their arguments one after the other, and at what Terraform would refuse in them. */
type Attempt = () => { readonly value: Value; readonly refused: boolean; readonly unsure: boolean }

export const holdsUnknown = (value: Value): boolean => {
  if (typeof value !== 'object' || value === null) return false
  return isExpression(value) ? 'unknown' in value : Object.values(value).some(holdsUnknown)
}

function attempted(attempts: readonly Attempt[]): Value | undefined {
  for (const attempt of attempts) {
    const { value, refused, unsure } = attempt()
    // What a run decides inside of it may be what Terraform refuses then, or does not.
    if (unsure || holdsUnknown(value)) return undefined
    if (!refused) return value
  }
  return undefined
}

function canBe([attempt]: readonly Attempt[]): Value | undefined {
  const found = attempt?.()
  if (!found || found.unsure) return undefined
  if (found.refused) return false
  return isPlain(found.value) ? true : undefined
}

function coalesce(attempts: readonly Attempt[]): Value | undefined {
  for (const attempt of attempts) {
    const { value } = attempt()
    if (isExpression(value)) return 'unknown' in value ? undefined : value
    if (value !== null && value !== '') return value
  }
  return undefined
}

export const lazyFunctions: Readonly<Record<string, (attempts: readonly Attempt[]) => Value | undefined>> = {
  try: attempted,
  can: canBe,
  coalesce,
}
