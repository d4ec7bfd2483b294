/** What it means to put a policy, a function or an access control on the thing that it serves. */
import type { Behavior, DesignDocument, LogicalId, ResourceType } from '#core/model/document.ts'
import { type Edit, setAt } from '#core/model/edit.ts'
import { type Field, isRef, known } from '#core/model/field.ts'
import { type Path, valueAt } from '#core/model/path.ts'

/** Where things can be put. */
export type Place = 'behavior' | 'origin' | 'distribution' | 'group' | 'function'

const fields: Partial<Record<ResourceType, readonly [place: Place, field: string]>> = {
  CachePolicy: ['behavior', 'CachePolicyId'],
  OriginRequestPolicy: ['behavior', 'OriginRequestPolicyId'],
  ResponseHeadersPolicy: ['behavior', 'ResponseHeadersPolicyId'],
  RealtimeLogConfig: ['behavior', 'RealtimeLogConfigArn'],
  OriginAccessControl: ['origin', 'OriginAccessControlId'],
  ContinuousDeploymentPolicy: ['distribution', 'ContinuousDeploymentPolicyId'],
}
const lists: Partial<Record<ResourceType, Place>> = {
  Function: 'behavior',
  KeyGroup: 'behavior',
  KeyValueStore: 'function',
}
const words: Record<Place, string> = {
  behavior: 'a cache behavior',
  origin: 'an origin',
  distribution: 'a distribution',
  group: 'an origin group',
  function: 'a CloudFront function',
}

/** The kind of thing that a resource is put on; undefined for those that stand alone. */
export const placeFor = (type: ResourceType): Place | undefined => fields[type]?.[0] ?? lists[type]

/** Why a resource cannot be put on a thing of a kind; undefined where it can. */
export function attachRefusal(type: ResourceType, place: Place): string | undefined {
  const right = placeFor(type)
  if (right === place) return undefined
  return right ? `It belongs on ${words[right]}.` : 'It stands for itself.'
}

const viewerEvents = ['viewer-request', 'viewer-response'] as const

/** A behavior has one function for each event: the first event that is free, else the viewer request's is replaced. */
function withFunction(behavior: Behavior, id: LogicalId): readonly object[] {
  const rows = behavior.FunctionAssociations ?? []
  const eventOf = (row: object) => ('EventType' in row ? row.EventType : undefined)
  const taken = rows.map(eventOf)
  const EventType = viewerEvents.find((event) => !taken.includes(event)) ?? 'viewer-request'
  return [...rows.filter((row) => eventOf(row) !== EventType), { EventType, FunctionARN: { ref: id } }]
}

const withRef = (items: readonly Field<string>[] | undefined, id: LogicalId): readonly Field<string>[] => [
  ...(items ?? []).filter((item) => !(isRef(item) && item.ref === id)),
  { ref: id },
]

/** Puts a resource of the design on the behavior, origin, distribution or function at `path`. */
export function attach(document: DesignDocument, path: Path, id: LogicalId, type: ResourceType): Edit {
  const label = `Use “${id}”`
  const field = fields[type]
  if (field) return setAt([...path, field[1]], { ref: id }, label)
  // The place of a resource type is checked by attachRefusal before; a behavior or function is at the path.
  if (type === 'Function')
    return setAt(
      [...path, 'FunctionAssociations'],
      withFunction(valueAt(document, path) as Behavior, id),
      label,
    )
  if (type === 'KeyGroup') {
    const { Items } = known((valueAt(document, path) as Behavior).TrustedKeyGroups) ?? {}
    return setAt([...path, 'TrustedKeyGroups'], { Enabled: true, Items: withRef(Items, id) }, label)
  }
  if (type === 'KeyValueStore')
    return setAt(
      [...path, 'FunctionConfig', 'KeyValueStoreAssociations'],
      [{ KeyValueStoreARN: { ref: id } }],
      label,
    )
  throw new Error(`${type} is not put on anything.`)
}

/** Uses a managed policy, or one of the account, by its id. */
export const attachPolicyId = (path: Path, type: ResourceType, id: string, name: string): Edit => {
  const field = fields[type]
  if (!field) throw new Error(`${type} is not chosen by an id.`)
  return setAt([...path, field[1]], id, `Use “${name}”`)
}
