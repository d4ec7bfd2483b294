/** A plan as text for a terminal, and as the JSON of section 6 of the contract. */
import type { JsonObject } from '#core/model/field.ts'
import { managedName } from '#core/model/managed-policies.ts'
import type { Conflict } from '#core/plan/conflicts.ts'
import type { Change } from '#core/plan/diff.ts'
import { notCarriedLines } from '#core/plan/not-carried.ts'
import type { Because, OwnershipConflict } from '#core/plan/ownership.ts'
import type { Plan, PlanStep } from '#core/plan/plan.ts'
import { type Scope, scopeText } from '#core/plan/scope.ts'

const marks = { create: '+', update: '~', replace: '±', delete: '-', unchanged: ' ' } as const
const longest = 160

/** A value on one line; code and keys are too long to read there. */
function shown(value: unknown): string {
  if (value === undefined) return '(nothing)'
  const managed = managedName(value)
  const text = managed === undefined ? JSON.stringify(value) : `${managed} (${JSON.stringify(value)})`
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`
}

/** How people call the items of a list. */
function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return JSON.stringify(item)
  const { Id, PathPattern, DomainName, ErrorCode, HeaderName, EventType } = item as JsonObject
  const name = [PathPattern, Id, DomainName, ErrorCode, HeaderName, EventType].find(
    (one) => one !== undefined,
  )
  return name === undefined ? shown(item) : JSON.stringify(name)
}

/** What comes to a list and what leaves it, by the names of the items. */
function listLines(before: readonly unknown[], after: readonly unknown[], indent: string): readonly string[] {
  const [was, is] = [before.map((one) => JSON.stringify(one)), after.map((one) => JSON.stringify(one))]
  return [
    ...before.filter((_, index) => !is.includes(was[index] ?? '')).map((one) => `${indent}- ${nameOf(one)}`),
    ...after.filter((_, index) => !was.includes(is[index] ?? '')).map((one) => `${indent}+ ${nameOf(one)}`),
  ]
}

const itemsOf = (value: unknown): readonly unknown[] | undefined => {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  const items = typeof value === 'object' && value !== null ? (value as JsonObject)['Items'] : undefined
  return Array.isArray(items) ? items : undefined
}

/** One line for a value; a list that is too long for a line item by item, so that nothing vanishes unseen. */
function changeLines({ path, before, after }: Change): readonly string[] {
  const place = `      ${path.join('.')}`
  const [was, is] = [itemsOf(before), itemsOf(after)]
  const isLong = [before, after].some((one) => (JSON.stringify(one) ?? '').length > longest)
  if (!isLong || !was || !is || was.length + is.length === 0)
    return [`${place}: ${shown(before)} → ${shown(after)}`]
  return [`${place}: ${was.length} → ${is.length} items`, ...listLines(was, is, '        ')]
}

const reasons: Readonly<Record<Because, string>> = {
  journal: 'by the journal',
  'caller-reference': 'by its caller reference',
  adopted: 'adopted',
  imported: 'imported',
  new: '',
}

function conflictLine({ path, base, live, wanted, isTwoSided }: Conflict, isKept: boolean): string {
  const what = isTwoSided
    ? `the design wants ${shown(wanted)}`
    : isKept
      ? 'the design does not touch it, so it is kept; --overwrite takes it back'
      : 'an apply takes that back'
  return `      ! ${path.join('.')}: somebody else made ${shown(base)} → ${shown(live)} since the last apply; ${what}`
}

const isKept = ({ kept = [] }: PlanStep, { path }: Conflict) =>
  kept.some((one) => one.join('.') === path.join('.'))

function stepLines(step: PlanStep): readonly string[] {
  const { action, resource, type, changes, consequences, conflicts, obstacle, target, because } = step
  const whose = [target?.physicalId, reasons[because]].filter((one) => one !== undefined && one !== '')
  return [
    `${marks[action]} ${action.padEnd(9)} ${type} “${resource}”${target ? ` (${whose.join(', ')})` : ''}`,
    ...changes.flatMap(changeLines),
    ...consequences.map(({ text }) => `      * ${text}`),
    ...conflicts.map((conflict) => conflictLine(conflict, isKept(step, conflict))),
    ...(obstacle === undefined ? [] : [`      cannot be applied: ${obstacle}`]),
  ]
}

/** The candidates of a conflict, each with the fields in which it differs from the design. */
const candidateLines = ({ candidates }: OwnershipConflict): readonly string[] =>
  candidates.flatMap(({ id, differences }) => [
    `      ? ${id}${differences.length === 0 ? ', equal to the design' : ' differs:'}`,
    ...differences.flatMap(changeLines).map((line) => `  ${line}`),
  ])

const counted = ['create', 'update', 'replace', 'delete', 'unchanged'] as const

/** One line for each resource; below it the fields that change, what that means, and what stands against it. */
export function planText({ steps, notCarried, conflicts, stays }: Plan, scope: Scope): string {
  const count = (action: string) => steps.filter((step) => step.action === action).length
  const counts = counted
    .filter(
      (action) => action === 'create' || action === 'update' || count(action) > 0 || action === 'unchanged',
    )
    .map((action) =>
      action === 'unchanged' ? `${count(action)} unchanged` : `${count(action)} to ${action}`,
    )
  const candidates = (resource: string) =>
    conflicts.filter((one) => one.resource === resource).flatMap(candidateLines)
  return [
    `In ${scopeText(scope)}:`,
    ...steps.flatMap((step) => [...stepLines(step), ...candidates(step.resource)]),
    ...stays.map(
      ({ resource, type, id }) =>
        `  stays     ${type} “${resource}” (${id}): it left the design; it was there before Frontage, so it is never deleted`,
    ),
    ...notCarriedLines(notCarried),
    counts.join(', '),
  ].join('\n')
}

/** The document of `plan --format json`. */
export const planJson = ({ steps, left, notCarried, conflicts, stays }: Plan, scope: Scope): string =>
  JSON.stringify(
    {
      account: scope.account,
      partition: scope.partition,
      endpoint: scope.endpoint,
      steps: steps.map(({ target, ...step }) => ({
        ...step,
        id: target?.physicalId ?? null,
        ...(target && { target }),
      })),
      conflicts,
      stays,
      left,
      notCarried,
    },
    null,
    2,
  )
