/** A design's config as the API takes it, with what is known of the account filled in. */
import type { DesignDocument, LogicalId, ResourceType } from '#core/model/document.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import { isRef, isUnknown, type Ref } from '#core/model/field.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { textOrStandIn } from '#core/model/stand-in.ts'
import { resourceKinds } from '#core/resources/index.ts'
import type { Naming } from '#core/resources/kind/kind.ts'
import { toApi } from '#core/resources/walk/wrap.ts'
import { isDeployable } from './order.ts'
import { designTags, isTagged, withTags } from './tags.ts'

/** A resource as it is in the account. */
export interface Live {
  readonly physicalId: string
  readonly arn?: string
  /** A distribution's own host name, `d111111abcdef8.cloudfront.net`. */
  readonly domainName?: string
  /** Empty for the kinds that have none (real-time log configurations). */
  readonly etag: string
  /** In the API's shape; tags are a member of it, by their keys. */
  readonly config: JsonObject
  /** Why nothing is known of its tags, which then stay as they are. */
  readonly tagsUnread?: string
}
export type LiveResources = Readonly<Record<LogicalId, Live>>

/** A resource's live one; a name such as “constructor” is only a name. */
export const liveAt = (live: LiveResources, id: LogicalId): Live | undefined =>
  Object.hasOwn(live, id) ? live[id] : undefined

/** A field that names another service's resource by its ARN. */
const foreignArn = 'LambdaFunctionARN'
/** By which members people know a thing of a list. */
const itemKeys = ['Id', 'PathPattern', 'HeaderName'] as const
/** How the fields of the API name a resource. */
const namings: ReadonlyMap<unknown, Naming> = new Map(
  Object.values(resourceKinds).flatMap(({ namedBy }) => namedBy.map((naming) => [naming.field, naming])),
)

/** Which value of a resource a reference stands for, and what the API wants before it. */
export interface Part {
  readonly what: 'physicalId' | 'arn' | 'domainName'
  readonly before: string
}
function partOf({ attribute }: Ref, field: unknown): Part {
  if (attribute === 'DomainName') return { what: 'domainName', before: '' }
  const { by, path = '' } = namings.get(field) ?? {}
  if (by === 'arn' || field === foreignArn) return { what: 'arn', before: '' }
  // The path is what makes the text of a field out of an id, whatever attribute the reference names.
  if (path !== '') return { what: 'physicalId', before: path }
  return { what: attribute?.toLowerCase().endsWith('arn') === true ? 'arn' : 'physicalId', before: '' }
}
/** What stands for the value of a resource that does not exist yet. */
export type Unborn = (ref: Ref, part: Part) => Json
const toBeMade: Unborn = ({ ref }) => `(id of ${ref})`

export interface Resolved {
  readonly config: JsonObject
  /** Expressions that have no value: what they are called, and where. */
  readonly open: readonly string[]
}

/** A field by its name, in the nearest thing of a list that has a name: “DomainName of “content””. */
function placeIn(config: unknown, path: Path): string {
  const names = path.map((step, index) => {
    const item: unknown = typeof step === 'number' ? valueAt(config, path.slice(0, index + 1)) : undefined
    return itemKeys.map((key) => Reflect.get(Object(item), key)).find((name) => typeof name === 'string')
  })
  const at = names.findLastIndex((name) => name !== undefined)
  const field = path.slice(at + 1).filter((step) => typeof step === 'string')
  return at < 0 ? field.join('.') : `${field.join('.')} of “${String(names[at])}”`
}

/** A resource's config as the API takes it, with references to live resources filled in. */
export function resolveConfig(
  document: DesignDocument,
  id: LogicalId,
  live: LiveResources,
  unborn: Unborn = toBeMade,
): Resolved {
  const resource = document.resources[id]
  const open: string[] = []
  if (!resource || !isDeployable(resource.type)) return { config: {}, open }
  // A deployable resource's type is one of CloudFront's, and its config has that type's shape.
  const type = resource.type as ResourceType
  const config = toApi(type, resource.config as never, (expression, path) => {
    const field = [...path].reverse().find((step) => typeof step === 'string')
    if (isRef(expression) && isDeployable(document.resources[expression.ref]?.type ?? '')) {
      const part = partOf(expression, field)
      const value = liveAt(live, expression.ref)?.[part.what]
      return value === undefined ? unborn(expression, part) : `${part.before}${value}`
    }
    const name = isRef(expression)
      ? expression.ref
      : isUnknown(expression)
        ? expression.unknown
        : 'an expression'
    open.push(`${placeIn(resource.config, path)}: ${name}`)
    return isRef(expression) || isUnknown(expression) ? (textOrStandIn(document, expression) ?? name) : name
  })
  const tags = isTagged(type) ? designTags(resource) : undefined
  return { config: withTags(config as JsonObject, tags), open }
}
