/** The way back: a plan that puts the account into the configuration before one run. */

import { bare } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import { changeConsequences, creationConsequences, deletionConsequences } from './consequences.ts'
import { changesBetween } from './diff.ts'
import { DriverFailure, type Drivers } from './driver.ts'
import { type Journal, type JournalEntry, ownedBy } from './journal.ts'
import { findPending } from './ownership.ts'
import type { Plan, PlanStep } from './plan.ts'
import type { Live, LiveResources } from './resolve.ts'
import { keepingOthersTags } from './tags.ts'

export interface UndoPlan {
  readonly plan: Plan
  readonly live: LiveResources
}

/** The last word on each step of a run, latest first; what failed was not done. */
function stepsToUndo(journal: Journal, run: string): readonly JournalEntry[] {
  const last = new Map<string, JournalEntry>()
  for (const entry of journal) {
    if (entry.run !== run || entry.action === 'import') continue
    const key = `${entry.action} ${entry.type} ${entry.resource}`
    last.delete(key)
    last.set(key, entry)
  }
  return [...last.values()].filter(({ status }) => status !== 'failed').reverse()
}

const differs = (live: JsonObject, config: JsonObject | undefined): boolean =>
  config !== undefined && changesBetween(live, config).length > 0

const changedSince = (entry: JournalEntry): string =>
  `“${entry.resource}” was changed by somebody else after this run; undo would take that back too. Change it with a plan of its own.`

function stepBack(entry: JournalEntry, live: Live | undefined): PlanStep | undefined {
  const { resource, type, action, before, after, physicalId } = entry
  const common = { resource, type, changes: [], consequences: [], because: 'journal', conflicts: [] } as const
  if (action === 'delete') {
    if (live || !before) return undefined
    return {
      ...common,
      action: 'create',
      config: before,
      consequences: creationConsequences(type),
      ...(physicalId !== undefined && { formerId: physicalId }),
    }
  }
  if (!live) return undefined
  const target = { physicalId: live.physicalId, etag: live.etag }
  const [sent, back] = [after, before].map((one) => one && keepingOthersTags(one, live.config, after ?? {}))
  const obstacle = differs(live.config, sent) ? { obstacle: changedSince(entry) } : {}
  if (action === 'create')
    return { ...common, action: 'delete', target, consequences: deletionConsequences(type), ...obstacle }
  if (!back) return undefined
  const changes = changesBetween(live.config, back)
  if (changes.length === 0) return undefined
  return {
    ...common,
    action: 'update',
    changes,
    consequences: changeConsequences(type, live.config, back),
    config: back,
    target,
    ...obstacle,
  }
}

async function readFor(entry: JournalEntry, drivers: Drivers): Promise<Live | undefined> {
  const driver = drivers[entry.type]
  if (!driver) return undefined
  if (entry.physicalId !== undefined) return driver.read(entry.physicalId)
  const [pending] = ownedBy([entry])
  return pending && findPending(driver, pending)
}

/** Plans the way back over one run; each resource must still be as the run left it. */
export async function planUndo(
  journal: Journal,
  run: string,
  drivers: Drivers,
): Promise<Result<UndoPlan, string>> {
  const steps: PlanStep[] = []
  const live: Record<string, Live> = bare()
  try {
    for (const entry of stepsToUndo(journal, run)) {
      const current = await readFor(entry, drivers)
      const step = stepBack(entry, current)
      if (!step) continue
      steps.push(step)
      if (current && step.action === 'update') live[step.resource] = current
    }
    return ok({ plan: { steps, left: [], notCarried: [], conflicts: [], stays: [] }, live })
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    return failed(error.message)
  }
}

/** The same config with the ids of what was made anew instead of their former ones. */
export function withNewIds<T extends Json>(value: T, renamed: ReadonlyMap<string, string>): T {
  if (renamed.size === 0) return value
  // Each branch gives back the kind of value that it took.
  if (typeof value === 'string') return (renamed.get(value) ?? value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: Json) => withNewIds(item, renamed)) as unknown as T
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, withNewIds(child, renamed)]),
  ) as unknown as T
}
