/** A plan as text for a terminal. */
import type { Conflict } from '#core/plan/conflicts.ts'
import type { Plan, PlanStep } from '#core/plan/plan.ts'

const marks = { create: '+', update: '~', replace: '±', delete: '-', unchanged: ' ' } as const
const longest = 160

/** A value on one line; code and keys are too long to read there. */
function shown(value: unknown): string {
  if (value === undefined) return '(nothing)'
  const text = JSON.stringify(value)
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`
}

const conflictLine = ({ path, base, live, wanted, isTwoSided }: Conflict) =>
  `      ! ${path.join('.')}: somebody else made ${shown(base)} → ${shown(live)} since the last apply; ${isTwoSided ? `the design wants ${shown(wanted)}` : 'an apply takes that back'}`

const stepLines = ({ action, resource, type, changes, impact, conflicts, obstacle, target }: PlanStep) => [
  `${marks[action]} ${action.padEnd(9)} ${type} “${resource}”${action === 'delete' && target ? ` (${target.physicalId})` : ''}`,
  ...changes.map(({ path, before, after }) => `      ${path.join('.')}: ${shown(before)} → ${shown(after)}`),
  ...impact.map((sentence) => `      * ${sentence}`),
  ...conflicts.map(conflictLine),
  ...(obstacle === undefined ? [] : [`      cannot be applied: ${obstacle}`]),
]

const counted = ['create', 'update', 'replace', 'delete', 'unchanged'] as const

/** One line for each resource; below it the fields that change, what that means, and what stands against it. */
export function planText({ steps, left }: Plan): string {
  const count = (action: string) => steps.filter((step) => step.action === action).length
  const counts = counted
    .filter(
      (action) => action === 'create' || action === 'update' || count(action) > 0 || action === 'unchanged',
    )
    .map((action) =>
      action === 'unchanged' ? `${count(action)} unchanged` : `${count(action)} to ${action}`,
    )
  return [
    ...steps.flatMap(stepLines),
    ...(left.length > 0 ? [`Not deployed by Frontage: ${left.join(', ')}`] : []),
    counts.join(', '),
  ].join('\n')
}
