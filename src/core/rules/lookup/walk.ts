/** The places that most rules look at, with their paths. */
import {
  behaviorsOf,
  distributionsIn,
  oncePer,
  originGroupsOf,
  originsOf,
  type Placed,
  type PlacedBehavior,
  type PlacedResource,
} from '#core/model/distribution.ts'
import type { DesignDocument, Origin, ResourceType } from '#core/model/document.ts'
import { known, knownItems } from '#core/model/field.ts'

export type PlacedDistribution = PlacedResource<'Distribution'>

type OfDistribution<T> = T & { readonly distribution: PlacedDistribution }
export type BehaviorInPlace = OfDistribution<PlacedBehavior>

const behaviorsIn = oncePer((distribution: PlacedDistribution): readonly OfDistribution<PlacedBehavior>[] =>
  behaviorsOf(distribution).map((placed) => ({ ...placed, distribution })),
)
const originsIn = oncePer((distribution: PlacedDistribution): readonly OfDistribution<Placed<Origin>>[] =>
  originsOf(distribution).map((placed) => ({ ...placed, distribution })),
)

/** One list for all distributions; that of the only one as it is. */
const flat = <T>(lists: readonly (readonly T[])[]): readonly T[] =>
  lists.length === 1 ? (lists[0] ?? []) : lists.flat()

/** Found once for each state of a design: most rules ask. */
const allBehaviors = oncePer((distributions: readonly PlacedDistribution[]) =>
  flat(distributions.map(behaviorsIn)),
)
const allOrigins = oncePer((distributions: readonly PlacedDistribution[]) =>
  flat(distributions.map(originsIn)),
)

/** Every behavior of every distribution, the default ones too. */
export const eachBehavior = (document: DesignDocument): readonly OfDistribution<PlacedBehavior>[] =>
  allBehaviors(distributionsIn(document))

/** Every origin of every distribution. */
export const eachOrigin = (document: DesignDocument): readonly OfDistribution<Placed<Origin>>[] =>
  allOrigins(distributionsIn(document))

/** What a behavior is called in a message. */
export function behaviorName({ behavior, index }: PlacedBehavior): string {
  if (index === undefined) return 'the default cache behavior'
  return `the behavior “${known(behavior.PathPattern) ?? `number ${index + 1}`}”`
}

interface Reach {
  readonly distribution: PlacedDistribution
  readonly behavior: PlacedBehavior['behavior']
}

type OriginsBehind = (behavior: PlacedBehavior['behavior']) => readonly Placed<Origin>[]

/** Found once for each state of a distribution: a dozen rules ask. */
const originsBehindIn = oncePer((distribution: PlacedDistribution): OriginsBehind => {
  const byId = new Map<unknown, readonly Placed<Origin>[]>()
  for (const origin of originsOf(distribution)) {
    const id = known(origin.value.Id)
    if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), origin])
  }
  const groups = originGroupsOf(distribution)
  return oncePer((behavior) => {
    const target = known(behavior.TargetOriginId)
    const group = groups.find(({ value }) => target !== undefined && value.Id === target)
    const ids = group ? knownItems(group.value.Members).map(({ OriginId }) => known(OriginId)) : [target]
    return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
  })
})

/** The origins that a behavior may reach: its own, or the members of its group. */
export const originsBehind = ({ distribution, behavior }: Reach): readonly Placed<Origin>[] =>
  originsBehindIn(distribution)(behavior)

/** Items of a list that are equal to an earlier one, with their index. */
export function* repeats<T>(
  items: readonly T[],
  nameOf: (item: T) => string | undefined,
): Generator<[T, number]> {
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    const name = nameOf(item)
    if (name === undefined) continue
    if (seen.has(name)) yield [item, index]
    seen.add(name)
  }
}

/** Two resources that are made under conditions of their own, and perhaps never together. */
const mayExclude = (one: PlacedResource<ResourceType>, other: PlacedResource<ResourceType>): boolean => {
  const [first, second] = [one.resource.madeIf, other.resource.madeIf]
  return first !== undefined && second !== undefined && first !== second
}

/** Items of resources that are equal to one of an earlier resource, where both are there at the same time. */
export function* repeatedTogether<T>(
  items: readonly T[],
  ofItem: (item: T) => PlacedResource<ResourceType>,
  nameOf: (item: T) => string | undefined,
): Generator<T> {
  const seen = new Map<string, PlacedResource<ResourceType>[]>()
  for (const item of items) {
    const [name, own] = [nameOf(item), ofItem(item)]
    if (name === undefined) continue
    const before = seen.get(name) ?? []
    if (before.some((one) => !mayExclude(one, own))) yield item
    seen.set(name, [...before, own])
  }
}
