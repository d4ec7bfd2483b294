import type { DesignDocument, Suppression } from '#core/model/document.ts'
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

/** Every problem of a design, errors first, in the order of the rules; those accepted are left out, and told of where there are none. */
export function findProblems(rules: readonly Rule[], context: RuleContext): Problem[] {
  const accepted = context.document.suppressions ?? []
  const used = new Set<Suppression>()
  const isAccepted = (rule: Rule, finding: Finding) => {
    const matching = accepted.filter((suppression) => suppresses(suppression, rule, finding))
    for (const suppression of matching) used.add(suppression)
    return matching.length > 0
  }
  const problems: Problem[] = []
  for (const rule of rules)
    for (const finding of rule.check(context))
      if (accepted.length === 0 || !isAccepted(rule, finding))
        problems.push({ ...finding, rule, severity: finding.severity ?? rule.severity })
  for (const [index, suppression] of accepted.entries())
    if (!used.has(suppression)) {
      const isRule = rules.some(({ id }) => id === suppression.rule)
      problems.push({
        ...unusedFinding(suppression, index, isRule),
        rule: unusedSuppression,
        severity: unusedSuppression.severity,
      })
    }
  return problems.sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity])
}

/** The distribution that a problem belongs to: its own, or undefined where it concerns another resource. */
export const distributionOf = (document: DesignDocument, finding: Finding): string | undefined => {
  const [, id] = finding.path
  return typeof id === 'string' && document.resources[id]?.type === 'Distribution' ? id : undefined
}
