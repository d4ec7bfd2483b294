import type { Tree } from '#core/formats/tree.ts'

/** What names an item of a list, by the fields that CloudFront's lists are known by. */
const nameFields = [
  'Id',
  'PathPattern',
  'OriginId',
  'HeaderName',
  'Header',
  'ErrorCode',
  'EventType',
  'Key',
  'Name',
]

function nameOf(item: Tree): string {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return JSON.stringify(item)
  const field = nameFields.find((name) => item[name] !== undefined)
  return field === undefined ? JSON.stringify(item) : `${field}=${JSON.stringify(item[field])}`
}

function namesOf(items: readonly Tree[]): string[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const name = nameOf(item)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return `${name}#${count}`
  })
}

/**
 * For each item of `now` the index of the item of `was` that it came from: by name, or, for what was renamed, by
 * the same position. Undefined for new items.
 */
export function alignItems(was: readonly Tree[], now: readonly Tree[]): (number | undefined)[] {
  const before = namesOf(was)
  const indexByName = new Map(before.map((name, index) => [name, index]))
  const after = namesOf(now)
  const from = after.map((name) => indexByName.get(name))
  const taken = new Set(from)
  return from.map((old, index) =>
    old === undefined && was.length === now.length && !taken.has(index) ? index : old,
  )
}
