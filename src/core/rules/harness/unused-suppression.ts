import type { Suppression } from '#core/model/document.ts'
import { removeAt } from '#core/model/edit.ts'
import { defineRule, type Finding, type Rule } from './rule.ts'

/** Found by whoever runs the rules, since only the run knows what a suppression met. */
export const unusedSuppression: Rule = defineRule({
  id: 'design/unused-suppression',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'An accepted problem is no longer there.',
  why: 'A suppression that hides nothing today hides a new problem of the same kind tomorrow, and nobody will know that it was accepted for another reason.',
  docs: null,
  code: null,
  check: () => [],
})

/** What is said of a suppression that nothing was found for. */
export function unusedFinding({ rule, path, reason }: Suppression, index: number, isRule: boolean): Finding {
  const place = path === undefined ? '' : ` at “${path}”`
  return {
    path: ['suppressions', index],
    message: isRule
      ? `“${rule}” finds nothing${place} any more, though it is accepted (“${reason}”); remove the suppression.`
      : `There is no rule “${rule}”, so the suppression (“${reason}”) does nothing; remove it or mend the id.`,
    fix: removeAt(['suppressions', index], `Stop accepting ${rule}`),
  }
}
