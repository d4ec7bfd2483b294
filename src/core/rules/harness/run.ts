import type { Suppression } from '#core/model/document.ts'
import { withoutMisfits } from '#core/model/misfits.ts'
import { toPointer } from '#core/model/path.ts'
import type { Finding, Rule, RuleContext, Severity } from './rule.ts'
import { unusedFinding, unusedSuppression } from './unused-suppression.ts'

/** A finding as it is shown: with the rule that made it and the severity that holds here. */
export interface Problem extends Finding {
  readonly rule: Rule
  readonly severity: Severity
}

const severityOrder: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

const suppresses = (suppression: Suppression, rule: Rule, finding: Finding) =>
  suppression.rule === rule.id &&
  (suppression.path === undefined || suppression.path === toPointer(finding.path))

/** What is known of the account: as connected, else as the first of the design's scenarios that tells it. */
function withAccount(context: RuleContext): RuleContext {
  if (context.account) return context
  const told = context.document.scenarios.find(({ account }) => account !== undefined)?.account
  return told ? { ...context, account: told } : context
}

/** The suppressions that accept a finding. */
const acceptedBy = (accepted: readonly Suppression[], rule: Rule, finding: Finding): Suppression[] =>
  accepted.filter((suppression) => suppresses(suppression, rule, finding))

/** What is to be said of suppressions that met nothing. */
const unusedOf = (
  accepted: readonly Suppression[],
  used: ReadonlySet<Suppression>,
  rules: readonly Rule[],
): Problem[] =>
  accepted.flatMap((suppression, index) => {
    if (used.has(suppression)) return []
    const isRule = rules.some(({ id }) => id === suppression.rule)
    const { severity } = unusedSuppression
    return [{ ...unusedFinding(suppression, index, isRule), rule: unusedSuppression, severity }]
  })

/** A message begins with a capital letter, also where it begins with what a behavior is called. */
const asSentence = (message: string): string => message.replace(/^the /, 'The ')

/**
 * Every problem of a design, errors first, in the order of the rules. Accepted ones are left out; a suppression that
 * nothing was found for is told of. Values that do not fit their field are unknown to the rules.
 */
export function findProblems(rules: readonly Rule[], given: RuleContext): Problem[] {
  const context = { ...withAccount(given), document: withoutMisfits(given.document) }
  const accepted = given.document.suppressions ?? []
  const used = new Set<Suppression>()
  const problems: Problem[] = []
  for (const rule of rules)
    for (const finding of rule.check(context)) {
      const by = acceptedBy(accepted, rule, finding)
      for (const suppression of by) used.add(suppression)
      if (by.length > 0) continue
      const { message, severity = rule.severity } = finding
      problems.push({ ...finding, message: asSentence(message), rule, severity })
    }
  return [...problems, ...unusedOf(accepted, used, rules)].sort(
    (a, b) => severityOrder[a.severity] - severityOrder[b.severity],
  )
}
