/** A design's config as the API takes it, with what is known of the account filled in. */
import type { DesignDocument, LogicalId, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { isRef, isUnknown, type Ref } from '#core/model/field.ts'
import { textOrStandIn } from '#core/model/stand-in.ts'
import { toApi } from '#core/resources/walk/wrap.ts'
import { isDeployable } from './order.ts'

/** A resource as it is in the account. */
export interface Live {
  readonly physicalId: string
  readonly arn?: string
  /** A distribution's own host name, `d111111abcdef8.cloudfront.net`. */
  readonly domainName?: string
  /** Empty for the kinds that have none (real-time log configurations). */
  readonly etag: string
  /** In the API's shape. */
  readonly config: JsonObject
}
export type LiveResources = Readonly<Record<LogicalId, Live>>

/** These fields of the API want an ARN where others want an id. */
const wantsArn = new Set(['FunctionARN', 'KeyValueStoreARN', 'RealtimeLogConfigArn', 'LambdaFunctionARN'])
const identityPrefix = 'origin-access-identity/cloudfront/'

/** What is known of a reference's value; undefined before its resource exists. */
function valueOfRef(live: LiveResources, { ref, attribute }: Ref, field: unknown): string | undefined {
  const target = live[ref]
  if (!target) return undefined
  if (attribute === 'DomainName') return target.domainName
  if (field === 'OriginAccessIdentity') return `${identityPrefix}${target.physicalId}`
  const isArn = wantsArn.has(String(field)) || attribute?.toLowerCase().endsWith('arn') === true
  return isArn ? target.arn : target.physicalId
}

export interface Resolved {
  readonly config: JsonObject
  /** Expressions that have no value: what they are called, and where. */
  readonly open: readonly string[]
}

/** A resource's config as the API takes it, with references to live resources filled in. */
export function resolveConfig(document: DesignDocument, id: LogicalId, live: LiveResources): Resolved {
  const resource = document.resources[id]
  const open: string[] = []
  if (!resource || !isDeployable(resource.type)) return { config: {}, open }
  // A deployable resource's type is one of CloudFront's, and its config has that type's shape.
  const type = resource.type as ResourceType
  const config = toApi(type, resource.config as never, (expression, path) => {
    const field = [...path].reverse().find((step) => typeof step === 'string')
    if (isRef(expression) && isDeployable(document.resources[expression.ref]?.type ?? ''))
      return valueOfRef(live, expression, field) ?? `(id of ${expression.ref})`
    const name = isRef(expression)
      ? expression.ref
      : isUnknown(expression)
        ? expression.unknown
        : 'an expression'
    open.push(`${path.join('.')}: ${name}`)
    return isRef(expression) || isUnknown(expression) ? (textOrStandIn(document, expression) ?? name) : name
  })
  return { config: config as JsonObject, open }
}
