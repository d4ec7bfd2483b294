/** Settings of the account that are newer than Frontage: a design that says nothing of them takes none of them away. */
import type { ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { unknownPaths } from '#core/resources/walk/unknown.ts'
import { fromApi } from '#core/resources/walk/wrap.ts'
import { changesBetween } from './diff.ts'
import { withoutTags } from './tags.ts'

/** The names along a path; where in a list an item stands differs between what is live and what is wanted. */
const namesOf = (path: Path): string =>
  path.filter((step) => typeof step === 'string' && step !== 'Items').join('.')

/**
 * The paths at which the account has a value that neither the shapes nor the design know. What the last apply sent is
 * known: a design that no longer has it takes it away.
 */
export function unmentionedPaths(
  type: ResourceType,
  base: JsonObject | undefined,
  live: JsonObject,
  wanted: JsonObject,
): readonly Path[] {
  const unknown = new Set(unknownPaths(type, fromApi(type, withoutTags(live)).config).map(namesOf))
  if (unknown.size === 0) return []
  return changesBetween(live, wanted)
    .filter(({ path, after }) => after === undefined && unknown.has(namesOf(path)))
    .filter(({ path }) => base === undefined || valueAt(base, path) === undefined)
    .map(({ path }) => path)
}
