/**
 * Caller references: CloudFront never makes two resources of one. Each run has its own, so that it proves which run of
 * which journal made a resource; two designs that look alike never share one.
 * https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html
 */
import type { LogicalId, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { resourceKinds } from '#core/resources/index.ts'

const hasReference = (type: ResourceType): boolean =>
  resourceKinds[type].deployment?.script.hasCallerReference === true

const longestName = 40
const prefixOf = (id: LogicalId): string =>
  `frontage-${id.replace(/[^A-Za-z0-9_]/g, '_').slice(0, longestName)}`

export const referenceOf = (config: JsonObject | undefined): string | undefined => {
  const reference = config?.['CallerReference']
  return typeof reference === 'string' && reference !== '' ? reference : undefined
}

/** A config as a creation sends it: with the design's reference, or with one of this run. */
export const withReference = (
  type: ResourceType,
  id: LogicalId,
  config: JsonObject,
  run: string,
): JsonObject =>
  hasReference(type)
    ? { ...config, CallerReference: referenceOf(config) ?? `${prefixOf(id)}-${run}` }
    : config

/** A config as a change sends it: with the reference of what is there. */
export const keepingReference = (type: ResourceType, config: JsonObject, live: JsonObject): JsonObject =>
  hasReference(type) ? { ...config, CallerReference: live['CallerReference'] ?? '' } : config

/** True where Frontage made it under this name, for this design or for another. */
export const isMadeFor = (id: LogicalId, live: JsonObject): boolean => {
  const reference = referenceOf(live) ?? ''
  return reference === prefixOf(id) || reference.startsWith(`${prefixOf(id)}-`)
}
