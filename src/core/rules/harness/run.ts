import type { Suppression } from '#core/model/document.ts'
import { toPointer } from '#core/model/path.ts'
import { withoutMisfits } from '#core/resources/walk/misfits.ts'
import { type Finding, type Rule, type RuleContext, type Severity, severityOrder } from './rule.ts'
import { unusedFinding, unusedSuppression } from './unused-suppression.ts'

/** A finding as it is shown: with the rule that made it and the severity that holds here. */
export interface Problem extends Finding {
  readonly rule: Rule
  readonly severity: Severity
}

/** Whether two pointers lead to the same place, or one to a part of the other's. */
const overlap = (one: string, other: string) =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)

/** An id that a rule covers was once a finding of its own, which may have been told at a neighboring place. */
function suppresses({ rule: id, path }: Suppression, rule: Rule, finding: Finding): boolean {
  if (id === rule.id) return path === undefined || path === toPointer(finding.path)
  if (!rule.covers?.includes(id)) return false
  return path === undefined || overlap(path, toPointer(finding.path))
}

/** What is known of the account: as connected, else as the first of the design's scenarios that tells it. */
function withAccount(context: RuleContext): RuleContext {
  if (context.account) return context
  const told = context.document.scenarios.find(({ account }) => account !== undefined)?.account
  return told ? { ...context, account: told } : context
}

/** A check on its way. Which suppressions met nothing is known only when every rule has spoken. */
interface Run {
  readonly rules: readonly Rule[]
  readonly accepted: readonly Suppression[]
  readonly used: Set<Suppression>
  readonly problems: Problem[]
}

/** A message begins with a capital letter, also where it begins with what a behavior is called. */
const asSentence = (message: string): string => message.replace(/^the /, 'The ')

/** Takes up what one rule found, but for what was accepted. */
function take({ accepted, used, problems }: Run, rule: Rule, finding: Finding): void {
  const by = accepted.filter((suppression) => suppresses(suppression, rule, finding))
  for (const suppression of by) used.add(suppression)
  if (by.length > 0) return
  const { message, severity = rule.severity } = finding
  problems.push({ ...finding, message: asSentence(message), rule, severity })
}

/** What is to be said of suppressions that met nothing. */
const unusedOf = ({ accepted, used, rules }: Run): Problem[] =>
  accepted.flatMap((suppression, index) => {
    if (used.has(suppression)) return []
    const isRule = rules.some(({ id, covers }) => [id, ...(covers ?? [])].includes(suppression.rule))
    const { severity } = unusedSuppression
    return [{ ...unusedFinding(suppression, index, isRule), rule: unusedSuppression, severity }]
  })

const conclude = (run: Run): Problem[] =>
  [...run.problems, ...unusedOf(run)].sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity])

/** Rules between two pauses: asking for the time after each one would cost more than some rules do. */
const slice = 24

/**
 * The same as findProblems, with a pause after every few rules in which the caller may do something else, or give up.
 * The problems are the generator's return value: a part of a run has no answer of its own.
 */
export function* checkInSlices(rules: readonly Rule[], given: RuleContext): Generator<void, Problem[], void> {
  const context = { ...withAccount(given), document: withoutMisfits(given.document) }
  const run: Run = { rules, accepted: given.document.suppressions ?? [], used: new Set(), problems: [] }
  for (const [index, rule] of rules.entries()) {
    for (const finding of rule.check(context)) take(run, rule, finding)
    if (index % slice === slice - 1) yield
  }
  return conclude(run)
}

/**
 * Every problem of a design, errors first, in the order of the rules. Accepted ones are left out; a suppression that
 * nothing was found for is told of. Values that do not fit their field are unknown to the rules.
 */
export function findProblems(rules: readonly Rule[], given: RuleContext): Problem[] {
  const run = checkInSlices(rules, given)
  for (;;) {
    const { done, value } = run.next()
    if (done) return value
  }
}
