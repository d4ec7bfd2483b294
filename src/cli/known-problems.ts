/** What the rules already know to be wrong, quotas included: told before anything is asked of the account. */
import type { DesignDocument } from '#core/model/document.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { tell } from './status.ts'

const shown = 5

/** Tells the errors of a design; CloudFront would refuse them one at a time, in the middle of an apply. */
export function tellErrors(document: DesignDocument): void {
  const errors = findProblems(rules, { document }).filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return
  tell(
    errors.length === 1
      ? 'The design has one error that CloudFront would refuse:'
      : `The design has ${errors.length} errors that CloudFront would refuse:`,
  )
  for (const { rule, message } of errors.slice(0, shown)) tell(`  ${rule.id}: ${message}`)
  if (errors.length > shown) tell(`  and ${errors.length - shown} more; “frontage check” lists them.`)
}
