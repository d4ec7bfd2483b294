/** Which changes AWS does not allow on a resource that exists, so that another has to take its place. */
import type { ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { resourceKinds } from '#core/resources/index.ts'
import type { LiveResources } from './resolve.ts'

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

/**
 * What is live, with what the API never tells of it as it was last sent. Where nobody knows what that was, it is taken
 * for what is wanted: else each plan would change it again.
 */
export function withWriteOnly(
  type: ResourceType,
  live: JsonObject,
  base: JsonObject | undefined,
  wanted: JsonObject,
): JsonObject {
  const names = resourceKinds[type].deployment?.writeOnly ?? []
  const known = names.flatMap((name) => {
    const value = base ? base[name] : wanted[name]
    return live[name] !== undefined || value === undefined ? [] : [[name, value] as const]
  })
  return known.length === 0 ? live : { ...live, ...Object.fromEntries(known) }
}

const names = (value: unknown, id: string): boolean =>
  value === id ||
  (typeof value === 'object' && value !== null && Object.values(value).some((one) => names(one, id)))

/**
 * Why what a distribution uses cannot be changed. A new name makes another one, to which the distribution is switched
 * before the earlier one is deleted.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
 */
export function inUseObstacle(
  type: ResourceType,
  id: string,
  physicalId: string,
  live: LiveResources,
): string | undefined {
  if (resourceKinds[type].deployment?.isFixedInUse !== true) return undefined
  const user = Object.entries(live).find(
    ([, one]) => one.physicalId !== physicalId && names(one.config, physicalId),
  )
  return user === undefined
    ? undefined
    : `CloudFront does not change “${id}” while “${user[0]}” uses it. Give it a new Name: then another ${type} is made, “${user[0]}” is switched to it, and the earlier one can be deleted.`
}
