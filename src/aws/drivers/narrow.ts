import type { ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import { resourceKinds } from '#core/resources/index.ts'

/** For kinds whose requests have members of their own and no place for one that nobody knows. */
export function refuseBeyond(type: ResourceType, config: JsonObject): void {
  const known = resourceKinds[type].config.fields
  const unknown = Object.keys(config).find(
    (name) => !Object.hasOwn(known, name) && name !== 'CallerReference',
  )
  if (unknown !== undefined)
    throw new DriverFailure(
      `A ${type} has no place for “${unknown}” in what Frontage sends; take it out of the design.`,
      { isRefusal: true },
    )
}
