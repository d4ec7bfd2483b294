/** The behaviors of a distribution as the canvas draws them: one row each, or one for all of a target or a prefix. */
import { behaviorsOf, originGroupsOf, originsOf, type PlacedResource } from '#core/model/distribution.ts'
import type { LogicalId } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'

export type Site = PlacedResource<'Distribution'>
export type NodeKindId = 'viewer' | 'distribution' | 'behavior' | 'lane' | 'group' | 'origin'

/** The node id of a behavior, origin or group; a lane has the key of the node that it leads to. */
export const nodeId = (owner: LogicalId, kind: NodeKindId | 'prefix', key: string): string =>
  `${owner}/${kind}/${key}`

/** The nodes of a distribution's origins and groups, by what they are called. */
export const targetNodes = (site: Site): ReadonlyMap<string, string> =>
  new Map(
    [
      ...originGroupsOf(site).map(({ value }) => ['group', value] as const),
      ...originsOf(site).map(({ value }) => ['origin', value] as const),
    ].map(([kind, { Id, key }]) => [nameOf(Id), nodeId(site.id, kind, key)]),
  )

/** A behavior behind a lane. */
export interface LaneBehavior {
  readonly id: string
  readonly path: Path
  /** The place in precedence, from 1. */
  readonly order: number
  readonly pattern: string
}
export interface BehaviorRow {
  readonly id: string
  readonly path: Path
  /** The nodes that it leads to; none where the design has no such origin or group. */
  readonly targets: readonly string[]
  /** The place in precedence, from 1; the default behavior and lanes have none. */
  readonly order?: number
  readonly lane?: Lane
}
/** Behaviors that are drawn as one row. */
export interface Lane {
  /** What folds them: the node that all of them lead to, or the fold of their prefix. */
  readonly fold: string
  readonly behaviors: readonly LaneBehavior[]
}

type Ordered = LaneBehavior & { readonly target: string | undefined }

/**
 * What patterns of one kind begin with: their first segment without what counts them up (`/section-` of `/section-7/*`),
 * or the wildcard before a suffix. Undefined where a pattern begins with nothing that others could share.
 */
export function prefixOf(pattern: string): string | undefined {
  const [, segment = ''] = /^\/([^/*?]+)/.exec(pattern) ?? []
  if (segment === '') return pattern.startsWith('*.') || pattern.startsWith('/*.') ? '*.' : undefined
  const stem = segment.replace(/\d+$/, '')
  return `/${stem === '' ? segment : stem}`
}

/** The fold of the behaviors of a distribution whose patterns begin alike. */
const prefixFold = (owner: LogicalId, pattern: string): string | undefined => {
  const prefix = prefixOf(pattern)
  return prefix === undefined ? undefined : nodeId(owner, 'prefix', prefix)
}

/** The prefix that a fold is of; undefined where it is of an origin or group. */
export const prefixOfFold = (fold: string): string | undefined => {
  const [, kind, ...rest] = fold.split('/')
  return kind === 'prefix' ? rest.join('/') : undefined
}

/** The behaviors of each fold that is asked for; a target goes before a prefix. */
function lanesOf(behaviors: readonly Ordered[], owner: LogicalId, folded: ReadonlySet<string>) {
  const lanes = new Map<string, Ordered[]>()
  for (const behavior of behaviors) {
    const prefix = prefixFold(owner, behavior.pattern)
    const fold = [behavior.target, prefix].find((one) => one !== undefined && folded.has(one))
    if (fold !== undefined) lanes.set(fold, [...(lanes.get(fold) ?? []), behavior])
  }
  return lanes
}

function orderedRows(
  behaviors: readonly Ordered[],
  owner: LogicalId,
  folded: ReadonlySet<string>,
): BehaviorRow[] {
  const lanes = lanesOf(behaviors, owner, folded)
  const laneOf = new Map([...lanes].flatMap(([fold, all]) => all.map((one) => [one, { fold, all }] as const)))
  const rows = new Map<string, BehaviorRow>()
  for (const behavior of behaviors) {
    const { id, path, target, order } = behavior
    const lane = laneOf.get(behavior)
    // A lane of one behavior would hide it and spare nothing.
    if (!lane || lane.all.length < 2) rows.set(id, { id, path, targets: listed(target), order })
    else {
      const laneId = nodeId(owner, 'lane', lane.fold.slice(owner.length + 1))
      if (rows.has(laneId)) continue
      const targets = [...new Set(lane.all.flatMap((one) => listed(one.target)))]
      rows.set(laneId, { id: laneId, path, targets, lane: { fold: lane.fold, behaviors: lane.all } })
    }
  }
  return [...rows.values()]
}

const listed = (target: string | undefined) => (target === undefined ? [] : [target])

/** The folds that would put at least two behaviors of a distribution into one row: of targets, and of prefixes. */
export function foldsOf(site: Site, targets: ReadonlyMap<string, string>): readonly Lane[] {
  const ordered = orderedOf(site, targets)
  const prefixes = ordered.flatMap(({ pattern }) => prefixFold(site.id, pattern) ?? [])
  return [targets.values(), prefixes].flatMap((folds) =>
    [...lanesOf(ordered, site.id, new Set(folds))].flatMap(([fold, behaviors]) =>
      behaviors.length < 2 ? [] : [{ fold, behaviors }],
    ),
  )
}

function orderedOf(site: Site, targets: ReadonlyMap<string, string>): Ordered[] {
  return behaviorsOf(site).flatMap(({ behavior, index, path }) => {
    if (index === undefined) return []
    const { key = String(index) } = behavior as { key?: string }
    const id = nodeId(site.id, 'behavior', key)
    const target = targets.get(nameOf(behavior.TargetOriginId))
    return [{ id, path, target, order: index + 1, pattern: nameOf(behavior.PathPattern) }]
  })
}

/** The rows in precedence; a lane is at the place of its first behavior. `folded` names the folds of lanes. */
export function behaviorRows(
  site: Site,
  targets: ReadonlyMap<string, string>,
  folded: ReadonlySet<string>,
): readonly BehaviorRow[] {
  const last = behaviorsOf(site).flatMap(({ behavior, index, path }): BehaviorRow[] =>
    index === undefined
      ? [
          {
            id: nodeId(site.id, 'behavior', 'default'),
            path,
            targets: listed(targets.get(nameOf(behavior.TargetOriginId))),
          },
        ]
      : [],
  )
  return [...orderedRows(orderedOf(site, targets), site.id, folded), ...last]
}
