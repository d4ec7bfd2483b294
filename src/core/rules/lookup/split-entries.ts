/**
 * One entry of a list that dashes have cut into several: a behavior whose methods, pattern and target are each an item
 * of their own. Each part alone lacks nearly everything, so the missing fields are told of the whole and only once.
 */
import { distributionsIn, oncePerPair } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'

export interface SplitEntries {
  readonly path: Path
  /** The first and the last index. */
  readonly from: number
  readonly to: number
}

const lists: Readonly<Record<string, readonly string[]>> = {
  CacheBehaviors: ['TargetOriginId', 'ViewerProtocolPolicy'],
  Origins: ['Id', 'DomainName'],
}
type Item = Readonly<Record<string, unknown>>

const fieldsOf = (item: Item) =>
  Object.keys(item).filter((name) => name !== 'key' && item[name] !== undefined)
const lacks = oncePerPair(
  (required: readonly string[], item: Item) =>
    !isExpression(item) && fieldsOf(item).length > 0 && required.some((name) => item[name] === undefined),
)
const isPart = (item: unknown, required: readonly string[]): item is Item =>
  typeof item === 'object' && item !== null && lacks(required, item as Item)
const isApart = (one: Item, other: Item) => !fieldsOf(one).some((name) => other[name] !== undefined)

/** The runs of at least two parts of which two that follow one another share no field. */
function runsIn(items: readonly unknown[], required: readonly string[], path: Path): readonly SplitEntries[] {
  const runs: SplitEntries[] = []
  let from = 0
  for (let at = 0; at <= items.length; at += 1) {
    if (isPart(items[at], required)) continue
    const run = items.slice(from, at) as readonly Item[]
    const isCut = run.some((one, index) => index > 0 && isApart(one, run[index - 1] as Item))
    if (run.length > 1 && isCut) runs.push({ path, from, to: at - 1 })
    from = at + 1
  }
  return runs
}

const cache = new WeakMap<DesignDocument, readonly SplitEntries[]>()

export function splitEntriesIn(document: DesignDocument): readonly SplitEntries[] {
  const before = cache.get(document)
  if (before) return before
  const found = distributionsIn(document).flatMap(({ config, path }) =>
    Object.entries(lists).flatMap(([name, required]) => {
      const items = (config as Item)[name]
      return Array.isArray(items) ? runsIn(items, required, [...path, name]) : []
    }),
  )
  cache.set(document, found)
  return found
}
