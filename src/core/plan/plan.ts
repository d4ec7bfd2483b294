/** A plan is data: it can be shown, saved, reviewed and compared before anything runs. */
import type { DesignDocument, LogicalId, Resource, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { isWithin, type Path } from '#core/model/path.ts'
import { type Conflict, conflictsOf, keptPaths, withTheirs } from './conflicts.ts'
import {
  type Consequence,
  changeConsequences,
  creationConsequences,
  deletionConsequences,
} from './consequences.ts'
import { type Change, changesBetween } from './diff.ts'
import { type Owned, ownedAs } from './journal.ts'
import { type NotCarried, notCarried, unreadTags } from './not-carried.ts'
import { deletionOrder, dependencyOrder } from './order.ts'
import type { Because, OwnershipConflict } from './ownership.ts'
import { fixedObstacle, inUseObstacle, withWriteOnly } from './replace.ts'
import { type Live, type LiveResources, liveAt, resolveConfig } from './resolve.ts'
import { designTags, othersTags, withoutTags } from './tags.ts'
import { unmentionedPaths } from './unknown-fields.ts'

/** `replace` makes another resource, because AWS does not change this one; the earlier one is a `delete` of its own. */
export type PlanAction = 'create' | 'update' | 'replace' | 'delete' | 'unchanged'

export interface PlanStep {
  readonly resource: LogicalId
  readonly type: ResourceType
  readonly action: PlanAction
  readonly changes: readonly Change[]
  /** What it means for viewers, for what is cached and for the bill. */
  readonly consequences: readonly Consequence[]
  /** Why the target is the design's. */
  readonly because: Because
  /** What somebody else did since the last apply, and what becomes of it. */
  readonly conflicts: readonly Conflict[]
  /** Paths below the config at which the account's value is kept, because only somebody else changed it. */
  readonly kept?: readonly Path[]
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
  /** The same, and what of the others is not deployed, each with its name. */
  readonly notCarried: readonly NotCarried[]
  /** What stands where the design's resources would and is not theirs, as far as anybody has proven. */
  readonly conflicts: readonly OwnershipConflict[]
  /** What has left the design and was there before Frontage: it is never deleted. */
  readonly stays: readonly Staying[]
}
export interface Staying {
  readonly resource: LogicalId
  readonly type: ResourceType
  readonly id: string
}

/** What earlier applies made or changed for this design and what is no longer in it. */
export interface Leftover {
  /** False for what was there before Frontage first changed it. */
  readonly isOurs: boolean
  readonly resource: LogicalId
  readonly type: ResourceType
  readonly live: Live
}
/** What earlier applies tell; nothing where there is no journal. */
export interface Past {
  readonly owned: readonly Owned[]
  readonly leftovers: readonly Leftover[]
  readonly because: Readonly<Record<LogicalId, Because>>
  readonly conflicts: readonly OwnershipConflict[]
}
const noPast: Past = { owned: [], leftovers: [], because: {}, conflicts: [] }

export interface PlanSettings {
  /** Takes back what somebody else changed, also where the design did not touch it. */
  readonly overwrite?: boolean
}

const openObstacle = (id: LogicalId, open: readonly string[]): string | undefined =>
  open.length === 0
    ? undefined
    : `“${id}” has values that only another deployment decides (${open.join('; ')}); give them plain values to apply it from here.`

interface Question {
  readonly document: DesignDocument
  readonly live: LiveResources
  readonly past: Past
  readonly overwrite: boolean
}

/** Whether it is made at all is not known: what is there already was. */
const undecided = (id: LogicalId, resource: Resource | undefined): string | undefined =>
  resource && 'madeIf' in resource && resource.madeIf !== undefined
    ? `“${id}” is made only where “${resource.madeIf}” says so, which is not known; give the parameters behind it their values.`
    : undefined

function creationOf(id: LogicalId, type: ResourceType, { document, past }: Question): PlanStep {
  const action = past.leftovers.some(({ resource }) => resource === id) ? 'replace' : 'create'
  const consequences = creationConsequences(type)
  const obstacle = undecided(id, document.resources[id])
  const step = {
    resource: id,
    type,
    action,
    changes: [],
    consequences,
    because: 'new',
    conflicts: [],
  } as const
  return { ...step, ...(obstacle !== undefined && { obstacle }) }
}

function changeOf(
  id: LogicalId,
  type: ResourceType,
  current: Live,
  resolved: JsonObject,
  { document, live, past, overwrite }: Question,
): PlanStep {
  const wanted = current.tagsUnread === undefined ? resolved : withoutTags(resolved)
  const last = ownedAs(past.owned, id)
  const base = last?.physicalId === current.physicalId ? last.config : undefined
  const seen = withWriteOnly(type, current.config, base, wanted)
  const unmentioned = unmentionedPaths(type, base, seen, wanted)
  const isSilent = last?.because === 'imported' && designTags(document.resources[id]) === undefined
  const others = othersTags({ base, live: seen, wanted, isSilent })
  const isTheirs = (path: Path) => others.some((other) => isWithin(path, other))
  const conflicts = conflictsOf(base, seen, wanted).filter(({ path }) => !isTheirs(path))
  const kept = [...(overwrite ? [] : keptPaths(conflicts)), ...unmentioned, ...others]
  const merged = withTheirs(wanted, seen, kept)
  const changes = changesBetween(seen, merged)
  const action = changes.length > 0 ? 'update' : 'unchanged'
  const obstacle =
    fixedObstacle(type, id, seen, wanted) ??
    (action === 'update' ? inUseObstacle(type, id, current.physicalId, live) : undefined)
  return {
    resource: id,
    type,
    action,
    changes,
    consequences: changeConsequences(type, seen, merged),
    because: past.because[id] ?? 'adopted',
    conflicts,
    ...(kept.length > 0 && { kept }),
    target: { physicalId: current.physicalId, etag: current.etag },
    ...(obstacle !== undefined && { obstacle }),
  }
}

function stepFor(id: LogicalId, question: Question): PlanStep {
  const { document, live, past } = question
  const { config, open } = resolveConfig(document, id, live)
  // The order holds only resources of CloudFront's types.
  const type = document.resources[id]?.type as ResourceType
  const current = liveAt(live, id)
  const step = current ? changeOf(id, type, current, config, question) : creationOf(id, type, question)
  const foreign = past.conflicts.find(({ resource }) => resource === id)
  const obstacle = openObstacle(id, open) ?? foreign?.text ?? step.obstacle
  return { ...step, ...(obstacle !== undefined && { obstacle }) }
}

const deletion = ({ resource, type, live }: Leftover): PlanStep => ({
  resource,
  type,
  action: 'delete',
  changes: [],
  consequences: deletionConsequences(type),
  because: 'journal',
  conflicts: [],
  target: { physicalId: live.physicalId, etag: live.etag },
})

/** What an apply would do, in the order in which it would. Deletions come last, when nothing refers to them anymore. */
export function planDesign(
  document: DesignDocument,
  live: LiveResources,
  past: Past = noPast,
  { overwrite = false }: PlanSettings = {},
): Plan {
  const ids = dependencyOrder(document)
  const [ours, others] = [
    past.leftovers.filter(({ isOurs }) => isOurs),
    past.leftovers.filter(({ isOurs }) => !isOurs),
  ]
  return {
    steps: [
      ...ids.map((id) => stepFor(id, { document, live, past, overwrite })),
      ...deletionOrder(ours).map(deletion),
    ],
    left: Object.keys(document.resources).filter((id) => !ids.includes(id)),
    notCarried: [...notCarried(document), ...unreadTags(document, live)],
    conflicts: past.conflicts,
    stays: others.map(({ resource, type, live: { physicalId } }) => ({ resource, type, id: physicalId })),
  }
}

/** True where an apply has something to do. */
/** What is made around the site on request is not left out of the plan. */
export function withoutMade(plan: Plan, made: readonly { readonly resource: LogicalId }[]): Plan {
  const around = new Set(made.map(({ resource }) => resource))
  return {
    ...plan,
    left: plan.left.filter((id) => !around.has(id)),
    notCarried: plan.notCarried.filter(({ resource }) => !around.has(resource)),
  }
}

export const hasWork = ({ steps }: Plan): boolean => steps.some(({ action }) => action !== 'unchanged')
/** The conflicts in which both the design and somebody else changed the same field. */
export const twoSidedConflicts = ({ steps }: Plan): readonly Conflict[] =>
  steps.flatMap(({ conflicts }) => conflicts.filter(({ isTwoSided }) => isTwoSided))
