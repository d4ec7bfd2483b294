/** A plan is data: it can be shown, saved, reviewed and compared before anything runs. */
import type { DesignDocument, LogicalId, Resource, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { isRef, isUnknown } from '#core/model/field.ts'
import { textOrStandIn } from '#core/model/stand-in.ts'
import { toApi } from '#core/model/wrap.ts'
import { type Change, changesBetween } from './diff.ts'
import { dependencyOrder, isDeployable } from './order.ts'

export type PlanAction = 'create' | 'update' | 'unchanged'

export interface PlanStep {
  readonly resource: LogicalId
  readonly type: ResourceType
  readonly action: PlanAction
  readonly changes: readonly Change[]
  /** Why the step cannot be done, in one sentence; an apply refuses the whole plan. */
  readonly obstacle?: string
}
export interface Plan {
  readonly steps: readonly PlanStep[]
  /** Resources of the design that Frontage does not deploy. */
  readonly left: readonly LogicalId[]
}

/** A resource as it is in the account. */
export interface Live {
  readonly physicalId: string
  readonly arn?: string
  readonly etag: string
  /** In the API's shape. */
  readonly config: JsonObject
}
export type LiveResources = Readonly<Record<LogicalId, Live>>

/** These fields of the API want an ARN where others want an id. */
const wantsArn = new Set(['FunctionARN', 'KeyValueStoreARN', 'RealtimeLogConfigArn', 'LambdaFunctionARN'])
const identityPrefix = 'origin-access-identity/cloudfront/'

/** What is known of a reference's value; undefined before its resource exists. */
function valueOfRef(live: LiveResources, ref: LogicalId, field: unknown): string | undefined {
  const target = live[ref]
  if (!target) return undefined
  if (field === 'OriginAccessIdentity') return `${identityPrefix}${target.physicalId}`
  return wantsArn.has(String(field)) ? target.arn : target.physicalId
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
  const type = resource.type as ResourceType
  // A deployable resource's config has its type's shape.
  const config = toApi(type, resource.config as never, (expression, path) => {
    const field = [...path].reverse().find((step) => typeof step === 'string')
    if (isRef(expression) && isDeployable(document.resources[expression.ref]?.type ?? ''))
      return valueOfRef(live, expression.ref, field) ?? `(id of ${expression.ref})`
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

const obstacleOf = (id: LogicalId, open: readonly string[]): string | undefined =>
  open.length === 0
    ? undefined
    : `“${id}” has values that only another deployment decides (${open.join('; ')}); give them plain values to apply it from here.`

function stepFor(document: DesignDocument, id: LogicalId, resource: Resource, live: LiveResources): PlanStep {
  const { config, open } = resolveConfig(document, id, live)
  const current = live[id]
  const obstacle = obstacleOf(id, open)
  const type = resource.type as ResourceType
  const common = { resource: id, type, ...(obstacle !== undefined && { obstacle }) }
  if (!current) return { ...common, action: 'create', changes: [] }
  const changes = changesBetween(current.config, config)
  return { ...common, action: changes.length > 0 ? 'update' : 'unchanged', changes }
}

/** What an apply would do, in the order in which it would. */
export function planDesign(document: DesignDocument, live: LiveResources): Plan {
  const ids = dependencyOrder(document)
  const steps = ids.map((id) => stepFor(document, id, document.resources[id] as Resource, live))
  return { steps, left: Object.keys(document.resources).filter((id) => !ids.includes(id)) }
}
