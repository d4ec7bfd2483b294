/** The behaviors of a distribution as the canvas draws them: one row each, or one for all that lead to one target. */
import { behaviorsOf, originGroupsOf, originsOf, type PlacedResource } from '#core/model/distribution.ts'
import type { LogicalId } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'

export type Site = PlacedResource<'Distribution'>
export type NodeKindId = 'viewer' | 'distribution' | 'behavior' | 'lane' | 'group' | 'origin'

/** The node id of a behavior, origin or group; a lane has the key of the node that it leads to. */
export const nodeId = (owner: LogicalId, kind: NodeKindId, key: string): string => `${owner}/${kind}/${key}`

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
  /** The node that it leads to; none where the design has no such origin or group. */
  readonly target: string | undefined
  /** The place in precedence, from 1; the default behavior and lanes have none. */
  readonly order?: number
  readonly lane?: readonly LaneBehavior[]
}

type Ordered = LaneBehavior & { readonly target: string | undefined }

function orderedRows(
  behaviors: readonly Ordered[],
  owner: LogicalId,
  folded: ReadonlySet<string>,
): BehaviorRow[] {
  const lanes = new Map<string, LaneBehavior[]>()
  for (const behavior of behaviors) {
    const { target } = behavior
    if (target === undefined || !folded.has(target)) continue
    lanes.set(target, [...(lanes.get(target) ?? []), behavior])
  }
  const rows = new Map<string, BehaviorRow>()
  for (const { id, path, target, order } of behaviors) {
    const lane = lanes.get(target ?? '') ?? []
    // A lane of one behavior would hide it and spare nothing.
    if (target === undefined || lane.length < 2) rows.set(id, { id, path, target, order })
    else {
      const laneId = nodeId(owner, 'lane', target.slice(owner.length + 1))
      if (!rows.has(laneId)) rows.set(laneId, { id: laneId, path, target, lane })
    }
  }
  return [...rows.values()]
}

/** The rows in precedence; a lane is at the place of its first behavior. `folded` names the targets of lanes. */
export function behaviorRows(
  site: Site,
  targets: ReadonlyMap<string, string>,
  folded: ReadonlySet<string>,
): readonly BehaviorRow[] {
  const ordered: Ordered[] = []
  const last: BehaviorRow[] = []
  for (const { behavior, index, path } of behaviorsOf(site)) {
    const target = targets.get(nameOf(behavior.TargetOriginId))
    const { key = String(index) } = behavior as { key?: string }
    if (index === undefined) last.push({ id: nodeId(site.id, 'behavior', 'default'), path, target })
    else
      ordered.push({
        id: nodeId(site.id, 'behavior', key),
        path,
        target,
        order: index + 1,
        pattern: nameOf(behavior.PathPattern),
      })
  }
  return [...orderedRows(ordered, site.id, folded), ...last]
}
