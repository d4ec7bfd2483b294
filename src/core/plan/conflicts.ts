/** Three views of one field: as Frontage last sent it, as the account has it, and as the design wants it. */
import type { Json, JsonObject } from '#core/model/field.ts'
import { isWithin, type Path, valueAt } from '#core/model/path.ts'
import { type Change, changesBetween } from './diff.ts'

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
 * The changes of a plan that would overwrite what somebody else did since Frontage last wrote the resource. Only
 * fields that the plan changes are looked at, so that what CloudFront fills in by itself never counts.
 */
export function conflictsOf(
  base: JsonObject | undefined,
  live: JsonObject,
  wanted: JsonObject,
  changes: readonly Change[],
): readonly Conflict[] {
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
