/** A plan as a file: reviewed now, applied later, and only if what it says is still true. */

import { failed, ok, type Result } from '#core/ground/result.ts'
import { said } from '#core/ground/said.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { emptyDesign } from '#core/model/document.ts'
import type { KnownIds } from './account.ts'
import type { Plan, PlanAction, PlanStep } from './plan.ts'
import { isScope, type Scope } from './scope.ts'

export interface SavedPlan {
  readonly frontagePlan: 2
  /** The account that it was made for. Names and creations would be possible in any other as well. */
  readonly in: Scope
  /** The design's resources; ids that the person gave. */
  readonly resources: DesignDocument['resources']
  readonly ids: KnownIds
  /** What is made beside what looks alike. */
  readonly fresh: readonly LogicalId[]
  /**
   * What it was made of; an apply goes on in the journal of this source. A plan never names a file to write to: where a
   * journal was named by the person, `isJournalNamed` asks for the same name again.
   */
  readonly source: string
  readonly isJournalNamed: boolean
  readonly steps: readonly PlanStep[]
}

export interface ToSave {
  readonly document: DesignDocument
  readonly plan: Plan
  readonly scope: Scope
  readonly ids: KnownIds
  readonly fresh: ReadonlySet<LogicalId>
  readonly source: string
  readonly isJournalNamed: boolean
}

/** Layout, scenarios and the source text are left out: they say nothing of what an apply does. */
export const savePlan = ({
  document,
  plan,
  scope,
  ids,
  fresh,
  source,
  isJournalNamed,
}: ToSave): SavedPlan => ({
  frontagePlan: 2,
  in: scope,
  resources: document.resources,
  ids,
  fresh: [...fresh],
  source,
  isJournalNamed,
  steps: plan.steps,
})

export const documentOf = ({ resources }: SavedPlan): DesignDocument => ({ ...emptyDesign, resources })

/** True for a text that claims to be a saved plan. */
export const isSavedPlan = (text: string): boolean => /^\s*\{\s*"frontagePlan"\s*:/.test(text)

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

const isResource = (value: unknown): boolean =>
  isFields(value) && typeof value['type'] === 'string' && isFields(value['config'])
const isTarget = (value: unknown): boolean =>
  value === undefined ||
  (isFields(value) && typeof value['physicalId'] === 'string' && typeof value['etag'] === 'string')

const actions: readonly unknown[] = [
  'create',
  'update',
  'replace',
  'delete',
  'unchanged',
] satisfies PlanAction[]
const isStep = (value: unknown): boolean =>
  isFields(value) &&
  typeof value['resource'] === 'string' &&
  typeof value['type'] === 'string' &&
  actions.includes(value['action']) &&
  isTarget(value['target']) &&
  ['changes', 'consequences', 'conflicts'].every((list) => Array.isArray(value[list]))

/** A plan is a file that somebody may have edited: what an apply relies on is all there, or it is none. */
const isWhole = ({
  in: scope,
  source,
  resources,
  steps,
  ids = {},
  fresh = [],
}: Partial<SavedPlan>): boolean =>
  isScope(scope) &&
  typeof source === 'string' &&
  isFields(resources) &&
  Object.values(resources).every(isResource) &&
  Array.isArray(steps) &&
  steps.every(isStep) &&
  isFields(ids) &&
  isTexts(Object.values(ids)) &&
  isTexts(fresh)

export function readSavedPlan(text: string): Result<SavedPlan, string> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return failed('This saved plan is cut off or was edited; make it again with “frontage plan --out”.')
  }
  // Every field is looked at below; a text that does not begin like a plan comes here by name only.
  const plan = (value ?? {}) as Partial<SavedPlan>
  if (plan.frontagePlan !== 2)
    return failed(
      `This plan was made by another version of Frontage (${said(plan.frontagePlan)}); plan again with this one.`,
    )
  if (!isWhole(plan))
    return failed('This saved plan is cut off or was edited; make it again with “frontage plan --out”.')
  return ok({ ...plan, ids: plan.ids ?? {}, fresh: plan.fresh ?? [] } as SavedPlan)
}

const word = ({ action, target, changes, config }: PlanStep) =>
  JSON.stringify([action, target?.physicalId, target?.etag, changes, config])

/** The resources about which a plan that was saved and one that is made now do not agree. */
export function noLongerTrue(saved: SavedPlan, now: Plan): readonly LogicalId[] {
  const key = ({ resource, action }: PlanStep) => `${resource} ${action === 'delete' ? 'delete' : ''}`
  const then = new Map(saved.steps.map((step) => [key(step), step]))
  const today = new Map(now.steps.map((step) => [key(step), step]))
  return [...new Set([...then.keys(), ...today.keys()])]
    .filter((one) => {
      const [before, after] = [then.get(one), today.get(one)]
      return !before || !after || word(before) !== word(after)
    })
    .map((one) => one.split(' ')[0] ?? one)
}
