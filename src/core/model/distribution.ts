/** Walks over a design that give each thing together with its path. */
import type {
  Behavior,
  CacheBehavior,
  DesignDocument,
  DistributionConfig,
  LogicalId,
  Origin,
  OriginGroup,
  ResourceConfigs,
  ResourceOf,
  ResourceType,
} from './document.ts'
import { isExpression, known, knownItems } from './field.ts'
import type { Path } from './path.ts'

export interface Placed<T> {
  readonly value: T
  readonly path: Path
}
export interface PlacedResource<Type extends ResourceType> {
  readonly id: LogicalId
  readonly resource: ResourceOf<Type>
  readonly config: ResourceConfigs[Type]
  readonly path: Path
}
/** What people read for the default cache behavior, which has no pattern of its own. */
export const defaultBehaviorName = 'Default (*)'

/** A behavior as results and reports name it (`*`, `/api/*`), in the words of the drawing. */
export const patternInWords = (pattern: string): string => (pattern === '*' ? defaultBehaviorName : pattern)

export interface PlacedBehavior {
  readonly behavior: Behavior
  /** The ordered behavior's precedence, from 0; undefined for the default cache behavior. */
  readonly index: number | undefined
  readonly path: Path
}

/** Found once for each state of the resources: every rule asks, and a template may hold thousands of others. */
const found = new WeakMap<DesignDocument['resources'], Map<ResourceType, unknown>>()

/** Kept from edit to edit, so that what is known of a resource that no edit touched stays known. */
const placedBefore = new WeakMap<object, PlacedResource<ResourceType>>()

function place<Type extends ResourceType>(id: LogicalId, resource: ResourceOf<Type>): PlacedResource<Type> {
  const before = placedBefore.get(resource)
  // A resource is of one type for ever; its name may be another one.
  if (before?.id === id) return before as PlacedResource<Type>
  const placed = { id, resource, config: resource.config, path: ['resources', id, 'config'] }
  placedBefore.set(resource, placed as PlacedResource<ResourceType>)
  return placed
}

/** All resources of one CloudFront type, in document order; `path` leads to the config. */
export function resourcesOf<Type extends ResourceType>(
  document: DesignDocument,
  type: Type,
): PlacedResource<Type>[] {
  const byType = found.get(document.resources) ?? new Map<ResourceType, unknown>()
  found.set(document.resources, byType)
  // The map holds under each type what was placed for it below.
  const known = byType.get(type) as PlacedResource<Type>[] | undefined
  if (known) return known
  const placed = Object.entries(document.resources).flatMap(([id, resource]) =>
    resource.type === type ? [place(id, resource as ResourceOf<Type>)] : [],
  )
  byType.set(type, placed)
  return placed
}

export const distributionsIn = (document: DesignDocument): PlacedResource<'Distribution'>[] =>
  resourcesOf(document, 'Distribution')

interface Holder {
  readonly config: DistributionConfig
  readonly path: Path
}

/** Remembers what was found in a distribution as long as that state of it lives: every rule asks again. */
export function oncePer<Key extends object, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = find(key)
    known.set(key, value)
    return value
  }
}

/** The same for what depends on two things. */
export function oncePerPair<One extends object, Other extends object, Value>(
  find: (one: One, other: Other) => Value,
): (one: One, other: Other) => Value {
  const ofOne = oncePer((one: One) => oncePer((other: Other) => find(one, other)))
  return (one, other) => ofOne(one)(other)
}

function placedItems<T extends object>(list: readonly (T | object)[] | undefined, path: Path): Placed<T>[] {
  return (list ?? []).flatMap((item, index) =>
    isExpression(item) ? [] : [{ value: item as T, path: [...path, index] }],
  )
}

/** The origins of a distribution that are written out, with their paths. */
export const originsOf = oncePer(({ config, path }: Holder): readonly Placed<Origin>[] =>
  placedItems<Origin>(config.Origins, [...path, 'Origins']),
)

export const originGroupsOf = oncePer(({ config, path }: Holder): readonly Placed<OriginGroup>[] =>
  placedItems<OriginGroup>(config.OriginGroups, [...path, 'OriginGroups']),
)

type PlacedOrdered = PlacedBehavior & { readonly behavior: CacheBehavior; readonly index: number }

/** The ordered cache behaviors, first match first; without the default. */
export const orderedBehaviorsOf = oncePer(({ config, path }: Holder): readonly PlacedOrdered[] =>
  placedItems<CacheBehavior>(config.CacheBehaviors, [...path, 'CacheBehaviors']).map((placed) => ({
    behavior: placed.value,
    index: Number(placed.path.at(-1)),
    path: placed.path,
  })),
)

/** Every behavior in the order CloudFront tries them: the ordered ones, then the default. */
export const behaviorsOf = oncePer((distribution: Holder): readonly PlacedBehavior[] => {
  const fallback = known(distribution.config.DefaultCacheBehavior)
  return [
    ...orderedBehaviorsOf(distribution),
    ...(fallback
      ? [{ behavior: fallback, index: undefined, path: [...distribution.path, 'DefaultCacheBehavior'] }]
      : []),
  ]
})

/** The ids that a behavior may target: origins first, then origin groups. */
export const targetIdsOf = (config: DistributionConfig): string[] =>
  [...knownItems(config.Origins), ...knownItems(config.OriginGroups)]
    .map((target) => known(target.Id))
    .filter((id) => id !== undefined)
