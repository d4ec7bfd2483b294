/** The places that most rules look at, with their paths. */
import {
  behaviorsOf,
  distributionsIn,
  originsOf,
  type Placed,
  type PlacedBehavior,
  type PlacedResource,
} from '#core/model/distribution.ts'
import type { DesignDocument, Origin } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'

export type PlacedDistribution = PlacedResource<'Distribution'>

/** Every behavior of every distribution, the default ones too. */
export function* eachBehavior(
  document: DesignDocument,
): Generator<PlacedBehavior & { distribution: PlacedDistribution }> {
  for (const distribution of distributionsIn(document))
    for (const placed of behaviorsOf(distribution)) yield { ...placed, distribution }
}

/** Every origin of every distribution. */
export function* eachOrigin(
  document: DesignDocument,
): Generator<Placed<Origin> & { distribution: PlacedDistribution }> {
  for (const distribution of distributionsIn(document))
    for (const placed of originsOf(distribution)) yield { ...placed, distribution }
}

/** What a behavior is called in a message. */
export function behaviorName({ behavior, index }: PlacedBehavior): string {
  if (index === undefined) return 'the default cache behavior'
  return `the behavior “${known(behavior.PathPattern) ?? `number ${index + 1}`}”`
}

interface Reach {
  readonly distribution: PlacedDistribution
  readonly behavior: PlacedBehavior['behavior']
}

/** Found once for each state of a distribution: a dozen rules ask. */
const reached = new WeakMap<PlacedDistribution, Map<PlacedBehavior['behavior'], Placed<Origin>[]>>()

/** The origins that a behavior may reach: its own, or the members of its group. */
export function originsBehind(reach: Reach): Placed<Origin>[] {
  const byBehavior = reached.get(reach.distribution) ?? new Map<Reach['behavior'], Placed<Origin>[]>()
  reached.set(reach.distribution, byBehavior)
  const before = byBehavior.get(reach.behavior)
  if (before) return before
  const origins = findOriginsBehind(reach)
  byBehavior.set(reach.behavior, origins)
  return origins
}

function findOriginsBehind({ distribution, behavior }: Reach): Placed<Origin>[] {
  const target = known(behavior.TargetOriginId)
  const origins = originsOf(distribution)
  const group = (distribution.config.OriginGroups ?? []).find(
    (candidate) => 'Id' in candidate && candidate.Id === target,
  )
  const ids =
    group && 'Members' in group
      ? (group.Members ?? []).map((member) => ('OriginId' in member ? member.OriginId : undefined))
      : [target]
  return origins.filter(({ value }) => value.Id !== undefined && ids.includes(value.Id))
}

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
