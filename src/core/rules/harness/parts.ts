/**
 * Rules that look at one behavior or one origin of a distribution at a time. After an edit they are asked of those parts
 * that it changed, in a view that leaves every other one unsaid at its place; what they told of the others stands. The
 * first time, and where what is beside the distribution changed, they are asked of all parts at once, which is the same
 * to them (parts.test.ts).
 */
import {
  behaviorsOf,
  distributionsIn,
  oncePer,
  originGroupsOf,
  originsOf,
  type Placed,
} from '#core/model/distribution.ts'
import type { DistributionConfig, LogicalId, OriginGroup } from '#core/model/document.ts'
import { known, type Unknown } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { originsBehind, type PlacedDistribution } from '#core/rules/lookup/walk.ts'
import { movedTo } from './moved.ts'
import type { Problem } from './problem.ts'
import type { PartSight, RuleContext } from './rule.ts'
import { isSameBeside, type View } from './views.ts'

/** Its place in its list; the default cache behavior comes last. */
type Place = number

/** A behavior or an origin. */
export interface Part {
  readonly place: Place
  /** Itself, and what else of the distribution its rules are shown. */
  readonly shown: readonly Placed<object>[]
}

type Groups = (id: string | undefined) => readonly Placed<OriginGroup>[]

const groupsIn = oncePer((distribution: PlacedDistribution): Groups => {
  const byId = new Map<string, Placed<OriginGroup>[]>()
  for (const group of originGroupsOf(distribution)) {
    const id = known(group.value.Id)
    const those = id === undefined ? undefined : byId.get(id)
    if (those) those.push(group)
    else if (id !== undefined) byId.set(id, [group])
  }
  return (id) => (id === undefined ? [] : (byId.get(id) ?? []))
})

const last: Place = Number.POSITIVE_INFINITY
const placeOf = (path: Path): Place => (path[3] === 'DefaultCacheBehavior' ? last : Number(path[4]))

/** What rules of each sight look at: a behavior with the groups and origins that it leads to, an origin alone. */
const cuts: Readonly<Record<PartSight, (distribution: PlacedDistribution) => readonly Part[]>> = {
  behavior: oncePer((distribution) =>
    behaviorsOf(distribution).map(({ behavior, path }) => ({
      place: placeOf(path),
      shown: [
        { value: behavior, path },
        ...groupsIn(distribution)(known(behavior.TargetOriginId)),
        ...originsBehind({ distribution, behavior }),
      ],
    })),
  ),
  origin: oncePer((distribution) =>
    originsOf(distribution).map((origin) => ({ place: placeOf(origin.path), shown: [origin] })),
  ),
}

export const partsOf = (sight: PartSight, distribution: PlacedDistribution): readonly Part[] =>
  cuts[sight](distribution)

/** The fields of a distribution that a view of its parts has. */
const fields: Readonly<Record<PartSight, ReadonlySet<string>>> = {
  behavior: new Set(['Origins', 'OriginGroups', 'CacheBehaviors', 'DefaultCacheBehavior']),
  origin: new Set(['Origins']),
}

/** What stands at the place of a part that is not shown. */
const unsaid: Unknown = { unknown: 'not shown', expression: null }

/** A distribution with nothing but some of its parts, at their places. */
function showOnly(config: DistributionConfig, sight: PartSight, parts: readonly Part[]): DistributionConfig {
  const shown = new Set(parts.flatMap((part) => part.shown.map(({ path }) => `${path[3]} ${placeOf(path)}`)))
  const kept = Object.entries(config).flatMap(([name, value]): [string, unknown][] => {
    if (!fields[sight].has(name)) return []
    if (Array.isArray(value))
      return [[name, value.map((item, place) => (shown.has(`${name} ${place}`) ? item : unsaid))]]
    return shown.has(`${name} ${last}`) ? [[name, value]] : []
  })
  return Object.fromEntries(kept)
}

/** What rules are shown that are asked of some parts of a distribution. */
export function contextOfParts(
  { document, ...rest }: RuleContext,
  { id, resource }: PlacedDistribution,
  sight: PartSight,
  parts: readonly Part[],
): RuleContext {
  const config = showOnly(resource.config, sight, parts)
  return {
    ...rest,
    document: { ...document, resources: { ...document.resources, [id]: { ...resource, config } } },
  }
}

/** What is to be asked again, absent where nothing is; and what stands of what was found before. */
export interface Again {
  readonly context?: RuleContext
  readonly kept: readonly Problem[]
}

/** What was found in an earlier state. */
interface Before {
  readonly view: View
  readonly problems: readonly Problem[]
}

const isAt = ({ path }: Placed<object>, other: Placed<object>): boolean =>
  path[3] === other.path[3] && placeOf(path) === placeOf(other.path)

/** Whether a part shows what another one does; itself may stand elsewhere. */
const isSamePart = ({ shown }: Part, other: Part): boolean =>
  shown.length === other.shown.length &&
  shown.every((one, index) => {
    const before = other.shown[index]
    return before !== undefined && one.value === before.value && (index === 0 || isAt(one, before))
  })

/** What has no name is called by its place. */
const isNamed = ({ shown: [one] }: Part): boolean => {
  const { PathPattern: pattern, Id: id } = (one?.value ?? {}) as Readonly<Record<string, unknown>>
  return [pattern, id].some((name) => typeof name === 'string' && name !== '')
}

function byPlace(problems: readonly Problem[]): Map<Place, Problem[]> {
  const lists = new Map<Place, Problem[]>()
  for (const problem of problems) {
    const place = placeOf(problem.path)
    const those = lists.get(place)
    if (those) those.push(problem)
    else lists.set(place, [problem])
  }
  return lists
}

/** Where what is shown now stood before, preferably where it stands. */
function finderIn(parts: readonly Part[]): (part: Part) => Part | undefined {
  const at = new Map(parts.map((part) => [part.place, part]))
  const of = new Map(parts.map((part) => [part.shown[0]?.value, part]))
  return (part) => {
    const here = at.get(part.place)
    if (here && isSamePart(part, here)) return here
    const there = of.get(part.shown[0]?.value)
    return there && there.place !== last && part.place !== last && isNamed(part) && isSamePart(part, there)
      ? there
      : undefined
  }
}

const siteIn = ({ context }: View, id: LogicalId): PlacedDistribution | undefined =>
  distributionsIn(context.document).find((one) => one.id === id)

/** How the rules of one sight are asked of a distribution of which an earlier state was judged. */
export function againOf(sight: PartSight, id: LogicalId, view: View, before: Before): Again {
  const [site, siteBefore] = [siteIn(view, id), siteIn(before.view, id)]
  if (!site || !siteBefore || !isSameBeside(id, view.context, before.view.context))
    return { context: view.context, kept: [] }
  const find = finderIn(partsOf(sight, siteBefore))
  const problems = byPlace(before.problems)
  const changed: Part[] = []
  const kept = partsOf(sight, site).flatMap((part) => {
    const known = find(part)
    if (!known) changed.push(part)
    const those = (known && problems.get(known.place)) ?? []
    if (known?.place === part.place) return those
    return movedTo(part.place, those, () => contextOfParts(view.context, site, sight, [part]))
  })
  return { kept, ...(changed.length > 0 && { context: contextOfParts(view.context, site, sight, changed) }) }
}

/** What was told of parts in two goes, each in the order of the rules and of the parts, as if in one. */
export function inOneGo(kept: readonly Problem[], told: readonly Problem[]): readonly Problem[] {
  if (kept.length === 0) return told
  if (told.length === 0) return kept
  return [...byPlace([...kept, ...told])].sort(([a], [b]) => a - b).flatMap(([, those]) => those)
}
