/** A plan is data: it can be shown, saved, reviewed and compared before anything runs. */
import type { DesignDocument, LogicalId, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { type Conflict, conflictsOf } from './conflicts.ts'
import { type Change, changesBetween } from './diff.ts'
import { impactOf } from './impact.ts'
import { type Owned, ownedAs } from './journal.ts'
import { deletionOrder, dependencyOrder } from './order.ts'
import { fixedObstacle } from './replace.ts'
import { type Live, type LiveResources, liveAt, resolveConfig } from './resolve.ts'

/** `replace` makes another resource, because AWS does not change this one; the earlier one is a `delete` of its own. */
export type PlanAction = 'create' | 'update' | 'replace' | 'delete' | 'unchanged'

export interface PlanStep {
  readonly resource: LogicalId
  readonly type: ResourceType
  readonly action: PlanAction
  readonly changes: readonly Change[]
  /** What it means for viewers, for what is cached and for the bill. */
  readonly impact: readonly string[]
  /** What an apply would overwrite of what somebody else did. */
  readonly conflicts: readonly Conflict[]
  /** The resource as it was when the plan was made; absent where there is none yet. */
  readonly target?: Pick<Live, 'physicalId' | 'etag'>
  /** What to send, where it does not come from the design (undo). In the API's shape. */
  readonly config?: JsonObject
  /** The id that a resource had which is made again; whatever is sent later refers to the new one. */
  readonly formerId?: string
  /** Why the step cannot be done, in one sentence; an apply refuses the whole plan. */
  readonly obstacle?: string
}
export interface Plan {
  readonly steps: readonly PlanStep[]
  /** Resources of the design that Frontage does not deploy. */
  readonly left: readonly LogicalId[]
}

/** What Frontage made earlier for this design and what is no longer in it. */
export interface Leftover {
  readonly resource: LogicalId
  readonly type: ResourceType
  readonly live: Live
}
/** What earlier applies tell; nothing where there is no journal. */
export interface Past {
  readonly owned: readonly Owned[]
  readonly leftovers: readonly Leftover[]
}
const noPast: Past = { owned: [], leftovers: [] }

const openObstacle = (id: LogicalId, open: readonly string[]): string | undefined =>
  open.length === 0
    ? undefined
    : `“${id}” has values that only another deployment decides (${open.join('; ')}); give them plain values to apply it from here.`

function stepFor(document: DesignDocument, id: LogicalId, live: LiveResources, past: Past): PlanStep {
  const { config, open } = resolveConfig(document, id, live)
  // The order holds only resources of CloudFront's types.
  const type = document.resources[id]?.type as ResourceType
  const current = liveAt(live, id)
  const nothing = { resource: id, type, changes: [], impact: [], conflicts: [] }
  const unresolved = openObstacle(id, open)
  if (!current) {
    const isReplaced = past.leftovers.some(({ resource }) => resource === id)
    const action = isReplaced ? 'replace' : 'create'
    const impact = impactOf(type, action, [])
    return { ...nothing, action, impact, ...(unresolved !== undefined && { obstacle: unresolved }) }
  }
  const obstacle = unresolved ?? fixedObstacle(type, id, current.config, config)
  const changes = changesBetween(current.config, config)
  const action = changes.length > 0 ? 'update' : 'unchanged'
  const last = ownedAs(past.owned, id)
  const base = last?.physicalId === current.physicalId ? last.config : undefined
  return {
    ...nothing,
    action,
    changes,
    impact: impactOf(type, action, changes),
    conflicts: conflictsOf(base, current.config, config, changes),
    target: { physicalId: current.physicalId, etag: current.etag },
    ...(obstacle !== undefined && { obstacle }),
  }
}

const deletion = ({ resource, type, live }: Leftover): PlanStep => ({
  resource,
  type,
  action: 'delete',
  changes: [],
  impact: impactOf(type, 'delete', []),
  conflicts: [],
  target: { physicalId: live.physicalId, etag: live.etag },
})

/** What an apply would do, in the order in which it would. Deletions come last, when nothing refers to them anymore. */
export function planDesign(document: DesignDocument, live: LiveResources, past: Past = noPast): Plan {
  const ids = dependencyOrder(document)
  return {
    steps: [
      ...ids.map((id) => stepFor(document, id, live, past)),
      ...deletionOrder(past.leftovers).map(deletion),
    ],
    left: Object.keys(document.resources).filter((id) => !ids.includes(id)),
  }
}

/** True where an apply has something to do. */
export const hasWork = ({ steps }: Plan): boolean => steps.some(({ action }) => action !== 'unchanged')
/** The conflicts in which both the design and somebody else changed the same field. */
export const twoSidedConflicts = ({ steps }: Plan): readonly Conflict[] =>
  steps.flatMap(({ conflicts }) => conflicts.filter(({ isTwoSided }) => isTwoSided))
