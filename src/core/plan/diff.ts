import type { Json, JsonObject } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { filledIn, keyed, sets, twins } from './equivalences.ts'
import { tagDifferences } from './tags.ts'

export interface Change {
  /** Below the resource's config. */
  readonly path: Path
  readonly before: Json | undefined
  readonly after: Json | undefined
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isReadBack = (path: Path, before: Json | undefined, after: Json | undefined): boolean =>
  (before === undefined || after === undefined) && twins.has(path.slice(-2).join('.'))

/** GET and HEAD are what a behavior allows and caches where it says nothing. */
const isReadOnly = (value: Json | undefined): boolean => {
  const items = isObject(value) ? value['Items'] : undefined
  return Array.isArray(items) && items.length === 2 && items.includes('GET') && items.includes('HEAD')
}

/** True for what means the same as saying nothing. */
function isNothing(name: string, value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Object.hasOwn(filledIn, name)) return filledIn[name]?.values.includes(value) === true
  if (value === false || value === 0) return true
  if (Array.isArray(value)) return value.length === 0
  if ((name === 'AllowedMethods' || name === 'CachedMethods') && isReadOnly(value)) return true
  return isObject(value) && Object.entries(value).every(([key, child]) => isNothing(key, child))
}

/** True for what somebody chose, if only what CloudFront would have chosen too. */
const isGiven = (value: Json | undefined): boolean =>
  typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '')

function inOrderOf(items: readonly Json[], like: Json | undefined, key: string | undefined): readonly Json[] {
  if (key === undefined || !Array.isArray(like) || items.length !== like.length) return items
  const keyOf = (item: Json) => (isObject(item) ? item[key] : undefined)
  const sorted = like.map((item: Json) => items.find((one) => keyOf(one) === keyOf(item)))
  return sorted.every((item) => item !== undefined) ? sorted : items
}

/** The same value with its sets in the order of another one, as CloudFront answers them in any. */
export function alignedTo<T extends Json | undefined>(value: T, like: Json | undefined, name = ''): T {
  if (Array.isArray(value)) {
    const sorted = inOrderOf(value, like, keyed.get(name)?.key)
    const others = Array.isArray(like) ? like : []
    return sorted.map((item, index) => alignedTo(item, others[index])) as unknown as T
  }
  if (!isObject(value) || !isObject(like)) return value
  // Each branch gives back the kind of value that it took.
  return Object.fromEntries(
    Object.entries(value).map(([field, child]) => [
      field,
      alignedTo(child, like[field], field === 'Items' ? name : field),
    ]),
  ) as unknown as T
}

/** True for two values of a field that differ in more than in how nothing is said. */
function isOther(name: string, before: Json | undefined, after: Json | undefined): boolean {
  // A key value store is filled once, and the API does not tell from where.
  if (name === 'ImportSource' && before === undefined) return false
  // Read as false where LIVE lacks what DEVELOPMENT holds; what is published stays so, whatever a design says.
  if (name === 'AutoPublish') return before === false && after !== false
  const isSame = isNothing(name, before) && isNothing(name, after)
  return !isSame || (isGiven(before) && isGiven(after))
}

function* compare(
  name: string,
  before: Json | undefined,
  after: Json | undefined,
  path: Path,
): Generator<Change> {
  if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      if (key === 'Tags' && path.length === 0) yield* tagDifferences(before[key], after[key])
      else if (key !== 'Quantity' && key !== 'CallerReference')
        yield* compare(key === 'Items' ? name : key, before[key], after[key], [...path, key])
    return
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    const [left, right] = sets.has(name) ? [before.toSorted(), after.toSorted()] : [before, after]
    for (const [index, item] of right.entries()) yield* compare(name, left[index], item, [...path, index])
    return
  }
  if (before === after || isReadBack(path, before, after)) return
  if (isOther(name, before, after)) yield { path, before, after }
}

/** The fields in which two configs of the API differ; counts, order of sets and CloudFront's defaults aside. */
export const changesBetween = (before: JsonObject, after: JsonObject): Change[] => [
  ...compare('', alignedTo(before, after), after, []),
]
