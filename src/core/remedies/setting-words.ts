/** What an edit makes of the settings of caching, as a sentence that says what to set to what. */

import type { PlacedBehavior } from '#core/model/distribution.ts'
import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { applyEdit, type Edit } from '#core/model/edit.ts'
import { isRef, known } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { valueAt } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'

type Leaf = readonly [field: string, value: string]

const isStructure = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shown = (value: unknown): string =>
  Array.isArray(value)
    ? value.length === 0
      ? 'an empty list'
      : value.map((item) => `“${String(item)}”`).join(', ')
    : typeof value === 'string'
      ? `“${value}”`
      : String(value)

/** The fields that come to another value; what is only taken away goes with the field that says how the list counts. */
function* changed(before: unknown, after: unknown, field = ''): Generator<Leaf> {
  if (after === undefined || JSON.stringify(before) === JSON.stringify(after)) return
  if (!isStructure(after)) {
    yield [field, shown(after)]
    return
  }
  for (const [name, value] of Object.entries(after))
    if (name !== 'Name') yield* changed(isStructure(before) ? before[name] : undefined, value, name)
}

const list = (leaves: readonly Leaf[]): string =>
  leaves.map(([field, value]) => `${field} to ${value}`).join(' and ')

export const behaviorInWords = ({ behavior, index }: PlacedBehavior): string =>
  index === undefined || !('PathPattern' in behavior)
    ? 'the default behavior'
    : `the behavior “${nameOf(behavior.PathPattern)}”`

/** “In the cache policy “by-agent”, set QueryStringBehavior to “none”.” */
export function settingsInWords(document: DesignDocument, edit: Edit, placed: PlacedBehavior): string {
  const later = applyEdit(document, edit)
  const before = placed.behavior
  // An edit of caching leaves the behavior where it is.
  const after = valueAt(later, placed.path) as Behavior
  const where = behaviorInWords(placed)
  if (before.CachePolicyId === undefined) return `In ${where}, set ${list([...changed(before, after)])}.`
  const [old, own] = [before, after].map(({ CachePolicyId }) => CachePolicyId)
  const leaves = list([
    ...changed(policyBehind(document, 'CachePolicy', old), policyBehind(later, 'CachePolicy', own)),
  ])
  const name = known(policyBehind(document, 'CachePolicy', old)?.Name) ?? nameOf(old)
  const isSame = isRef(old) && isRef(own) && old.ref === own.ref
  return isSame
    ? `In the cache policy “${name}”, set ${leaves}.`
    : `Give ${where} a cache policy of its own, a copy of “${name}” in which you set ${leaves}.`
}
