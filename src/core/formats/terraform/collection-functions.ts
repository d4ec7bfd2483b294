/** https://developer.hashicorp.com/terraform/language/functions#collection-functions */
import { isSame } from '#core/formats/same.ts'
import { isExpression } from '#core/model/field.ts'
import { asList, asSet, marked, sortOf, unlike } from './collections.ts'
import { asTruth } from './operators.ts'
import { handing, list, lists, parts, plain, type TerraformFunction } from './terraform-function.ts'
import { type Fields, isFields, isPlain, texts, type Value } from './value.ts'

/** An unknown item may be a list of any length. */
const flatten = (items: readonly Value[]): Value[] | undefined => {
  if (items.some((item) => isExpression(item))) return undefined
  const inner = items.map((item) => (Array.isArray(item) ? flatten(item) : [item]))
  return inner.every((one) => one !== undefined) ? inner.flat() : undefined
}

const placeOf = (index: Value | undefined): number =>
  typeof index === 'object' || index === undefined ? Number.NaN : Number(index)
/** Places count on from the beginning where a list ends. */
const at = (items: readonly Value[], index: Value | undefined): Value | undefined => {
  const place = placeOf(index)
  if (!Number.isInteger(place) || place < 0 || items.length === 0) return undefined
  return items[place % items.length]
}
const slice = (items: Value[], from: Value | undefined, to: Value | undefined): Value[] | undefined => {
  const [start, end] = [placeOf(from), placeOf(to)]
  return start >= 0 && start <= end && end <= items.length ? items.slice(start, end) : undefined
}

const lookup = ([map, key, fallback]: readonly Value[]): Value | undefined => {
  const name = key === undefined ? undefined : texts([key])?.[0]
  if (!isFields(map) || name === undefined) return undefined
  return Object.hasOwn(map, name) ? map[name] : fallback
}
const length = ([value]: readonly Value[]): Value | undefined =>
  typeof value === 'string'
    ? [...value].length
    : Array.isArray(value)
      ? value.length
      : isFields(value)
        ? Object.keys(value).length
        : undefined
const zipmap = ([keys, values]: readonly Value[]): Value | undefined => {
  const names = Array.isArray(keys) ? texts(keys) : undefined
  if (!names || !Array.isArray(values) || names.length !== values.length) return undefined
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]))
}
const values = ([map]: readonly Value[]): Value | undefined =>
  isFields(map)
    ? Object.keys(map)
        .toSorted()
        .map((key) => map[key] ?? null)
    : undefined
const merge = (maps: readonly Value[]): Value | undefined => {
  const said = maps.filter((map) => map !== null)
  return said.every(isFields) ? Object.assign({}, ...said) : undefined
}
const tobool = ([value]: readonly Value[]): Value | undefined => (value === null ? null : asTruth(value))

const has = (items: readonly Value[], wanted: Value | undefined) => items.some((item) => isSame(item, wanted))
const truths = (decides: (truths: readonly boolean[]) => boolean) =>
  plain(
    list((items) => {
      const found = items.map(asTruth)
      return found.every((one) => one !== undefined) ? decides(found) : undefined
    }),
  )
const chunks = (items: Value[], size: Value | undefined): Value[] | undefined => {
  const room = placeOf(size)
  if (!Number.isInteger(room) || room < 1) return undefined
  return Array.from({ length: Math.ceil(items.length / room) }, (_, index) =>
    items.slice(index * room, (index + 1) * room),
  )
}
/** As many as a file's lists give. */
const maxProduct = 10_000
function setproduct(...given: Value[][]): Value | undefined {
  if (given.length < 2 || given.reduce((count, one) => count * one.length, 1) > maxProduct) return undefined
  const [first = [], ...others] = given
  const rows = others.reduce<Value[][]>(
    (before, one) => before.flatMap((row) => one.map((item) => [...row, item])),
    first.map((item) => [item]),
  )
  return given.every((one) => sortOf(one) === 'set') ? marked(rows, 'set') : rows
}

export const collectionFunctions: Readonly<Record<string, TerraformFunction>> = {
  concat: parts(lists((...all) => all.flat())),
  flatten: parts(list(flatten)),
  compact: plain(list((items) => items.filter((item) => item !== '' && item !== null))),
  distinct: parts(list(unlike)),
  reverse: parts(list((items) => (sortOf(items) === 'set' ? undefined : items.toReversed()))),
  slice: parts(list((items, from, to) => slice(items, from, to))),
  element: handing(list((items, index) => at(items, index))),
  one: handing(list((items) => (items.length > 1 ? undefined : (items[0] ?? null)))),
  index: plain(
    list((items, wanted) => {
      const place = items.findIndex((item) => isSame(item, wanted))
      return place < 0 ? undefined : place
    }),
  ),
  contains: parts(
    list((items, wanted) => {
      if (wanted === undefined || !isPlain(wanted)) return undefined
      return has(items, wanted) ? true : items.every(isPlain) ? false : undefined
    }),
  ),
  chunklist: parts(list((items, size) => chunks(items, size))),
  alltrue: truths((all) => all.every(Boolean)),
  anytrue: truths((all) => all.some(Boolean)),
  setunion: parts(lists((...all) => asSet(all.flat()))),
  setintersection: plain(
    lists((first = [], ...others) => asSet(first.filter((item) => others.every((one) => has(one, item))))),
  ),
  setsubtract: plain(lists((from = [], taken = []) => asSet(from.filter((item) => !has(taken, item))))),
  setproduct: parts(lists(setproduct)),
  coalescelist: parts(lists((...all) => all.find((one) => one.length > 0))),
  length: parts(length),
  merge: parts(merge),
  keys: parts(([map]) => (isFields(map) ? Object.keys(map).toSorted() : undefined)),
  values: parts(values),
  zipmap: parts(zipmap),
  lookup: handing(lookup),
  toset: parts(list((items) => asSet(items))),
  tolist: parts(list((items) => asList(items))),
  tomap: parts(([map]) => {
    if (!isFields(map)) return undefined
    const items = asList(Object.values(map))
    return marked(
      Object.fromEntries(Object.keys(map).map((key, index) => [key, items[index] ?? null])) as Fields,
      'map',
    )
  }),
  tostring: {
    ...plain(([value]) => (value === null ? null : value === undefined ? undefined : texts([value])?.[0])),
    handsOn: true,
  },
  tobool: { ...plain(tobool), handsOn: true },
  nonsensitive: handing(([value]) => (isExpression(value) ? undefined : value)),
  sensitive: handing(([value]) => (isExpression(value) ? undefined : value)),
}
