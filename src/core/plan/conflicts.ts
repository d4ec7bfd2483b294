/** Three views of one field: as Frontage last sent it, as the account has it, and as the design wants it. */
import type { Json, JsonObject } from '#core/model/field.ts'
import { isWithin, type Path, valueAt } from '#core/model/path.ts'
import { alignedTo, type Change, changesBetween } from './diff.ts'
import { tagsOf, withoutTags, withTags } from './tags.ts'

export interface Conflict {
  readonly path: Path
  /** What Frontage last sent. */
  readonly base: Json | undefined
  /** What somebody else made of it. */
  readonly live: Json | undefined
  /** What the design says now. */
  readonly wanted: Json | undefined
  /** False where the design is as it was, so that an apply would only take back what somebody else did. */
  readonly isTwoSided: boolean
}

const touches = (changes: readonly Change[], path: Path): boolean =>
  changes.some((change) => isWithin(change.path, path) || isWithin(path, change.path))

/**
 * The fields in which the design and the account differ since somebody else changed the resource. `base` is what the
 * design last wanted. Only fields that differ are looked at, so that what CloudFront fills in by itself never counts.
 */
export function conflictsOf(
  base: JsonObject | undefined,
  live: JsonObject,
  wanted: JsonObject,
): readonly Conflict[] {
  const changes = changesBetween(live, wanted)
  if (!base || changes.length === 0) return []
  const theirs = changesBetween(base, live)
  const ours = changesBetween(base, wanted)
  return changes
    .filter(({ path }) => touches(theirs, path))
    .map(({ path, before, after }) => ({
      path,
      // A path into JSON leads to JSON.
      base: valueAt(base, path) as Json | undefined,
      live: before,
      wanted: after,
      isTwoSided: touches(ours, path),
    }))
}

/** Where the design is as it was, what somebody else did is kept. That a function waits for its publishing is no deed. */
export const keptPaths = (conflicts: readonly Conflict[]): readonly Path[] =>
  conflicts.filter(({ isTwoSided, path }) => !isTwoSided && path[0] !== 'AutoPublish').map(({ path }) => path)

function withValueAt(tree: Json | undefined, path: Path, value: Json | undefined): Json | undefined {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (Array.isArray(tree)) return tree.map((item: Json, index) => withItem(item, index === step, rest, value))
  const fields: JsonObject = typeof tree === 'object' && tree !== null ? (tree as JsonObject) : {}
  const { [step]: before, ...others } = fields
  const child = withValueAt(before, rest, value)
  if (child === undefined) return others
  return Object.fromEntries(
    step in fields
      ? Object.entries(fields).map(([name, one]) => [name, name === step ? child : one])
      : [...Object.entries(fields), [step, child]],
  )
}
const withItem = (item: Json, isHere: boolean, rest: Path, value: Json | undefined): Json =>
  isHere ? (withValueAt(item, rest, value) ?? item) : item

/** How many a list of the API has is said beside it. */
function recounted(value: Json): Json {
  if (Array.isArray(value)) return value.map(recounted)
  // What a script fills in later is no plain object, and stays as it is.
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  const fields = Object.fromEntries(Object.entries(value).map(([name, child]) => [name, recounted(child)]))
  if (!('Quantity' in fields)) return fields
  const items = fields['Items']
  return { ...fields, Quantity: Array.isArray(items) ? items.length : 0 }
}

/** A config with the account's values at some paths. */
export function withTheirs(wanted: JsonObject, live: JsonObject, paths: readonly Path[]): JsonObject {
  if (paths.length === 0) return wanted
  let config: Json | undefined = wanted
  const theirs = alignedTo(live, wanted)
  // A path into JSON leads to JSON.
  for (const path of paths) config = withValueAt(config, path, valueAt(theirs, path) as Json | undefined)
  const complete = (config ?? {}) as JsonObject
  return withTags(recounted(withoutTags(complete)) as JsonObject, tagsOf(complete))
}
