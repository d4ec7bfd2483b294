/** Which changes AWS does not allow on a resource that exists, so that another has to take its place. */
import type { ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { resourceKinds } from '#core/resources/index.ts'

const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || value === false
const normal = (value: unknown) => (typeof value === 'string' ? value.trim().replaceAll('\r\n', '\n') : value)
const differs = (a: unknown, b: unknown) => !(isEmpty(a) && isEmpty(b)) && normal(a) !== normal(b)

/** The fields that differ and that no update can change. */
export const fixedChanges = (type: ResourceType, live: JsonObject, wanted: JsonObject): readonly string[] =>
  (resourceKinds[type].deployment?.fixed ?? []).filter((name) => differs(live[name], wanted[name]))

/** Why the same name cannot hold what the design wants; undefined where an update or a replacement does it. */
export function fixedObstacle(
  type: ResourceType,
  id: string,
  live: JsonObject,
  wanted: JsonObject,
): string | undefined {
  const changed = fixedChanges(type, live, wanted)
  if (changed.length === 0) return undefined
  if (type === 'Distribution')
    return `“${id}” is ${live['Staging'] === true ? 'a staging' : 'no staging'} distribution in the account, and CloudFront never changes that; give the other one its own name in the design.`
  return `CloudFront never changes ${changed.join(' and ')} of a ${type}, and the account has another one under the name of “${id}”; give it a new Name, and the earlier one is replaced.`
}
