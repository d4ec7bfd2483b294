import type { DesignDocument, Resource, Suppression } from '#core/model/document.ts'
import { applyEdit, type Edit } from '#core/model/edit.ts'
import { toPointer } from '#core/model/path.ts'
import { withoutMisfits } from '#core/resources/walk/misfits.ts'
import { type Finding, type Rule, type RuleContext, type Severity, severityOrder } from './rule.ts'
import { toldTogether } from './together.ts'
import { unusedFinding, unusedSuppression } from './unused-suppression.ts'

/** A finding as it is shown: with the rule that made it and the severity that holds here. */
export interface Problem extends Finding {
  readonly rule: Rule
  readonly severity: Severity
}

/** Whether two pointers lead to the same place, or one to a part of the other's. */
const overlap = (one: string, other: string) =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)

/** The names that a rule goes by: its own, those that it covers, and those of other tools' checks. */
const namesOf = ({ id, covers = [], alsoKnownAs = [] }: Rule): readonly string[] => [
  id,
  ...covers,
  ...alsoKnownAs,
]

/** An id that a rule covers was once a finding of its own, which may have been told at a neighboring place. */
function suppresses({ rule: id, path, within }: Suppression, { rule, path: at }: Problem): boolean {
  if (!namesOf(rule).includes(id)) return false
  const place = toPointer(at)
  if (path === undefined || path === place) return true
  return within ? place.startsWith(`${path}/`) : id !== rule.id && overlap(path, place)
}

/** What is known of the account: as connected, else as the first of the design's scenarios that tells it. */
function withAccount(context: RuleContext): RuleContext {
  if (context.account) return context
  const told = context.document.scenarios.find(({ account }) => account !== undefined)?.account
  return told ? { ...context, account: told } : context
}

/** A message begins with a capital letter, also where it begins with what a behavior is called. */
const asSentence = (message: string): string => message.replace(/^the /, 'The ')

/** Whether an edit leaves alone what only its own text can hold, and adds nothing of that sort. */
function isWritable(document: DesignDocument, edit: Edit): boolean {
  const after = applyEdit(document, edit).resources
  const isKept = ([id, one]: [string, Resource]) => !('isPartial' in one) || after[id] === one
  const isNeighbor = ([id, { type }]: [string, Resource]) =>
    type.includes('::') && !Object.hasOwn(document.resources, id)
  return Object.entries(document.resources).every(isKept) && !Object.entries(after).some(isNeighbor)
}

/** A finding without the changes that no writer can save. */
function withoutUnwritable(document: DesignDocument, finding: Finding): Finding {
  const { fix, suggestions, ...rest } = finding
  const kept = suggestions?.filter((edit) => isWritable(document, edit)) ?? []
  return {
    ...rest,
    ...(fix && isWritable(document, fix) && { fix }),
    ...(kept.length > 0 && { suggestions: kept }),
  }
}

const holdsPartial = ({ resources }: DesignDocument): boolean =>
  Object.values(resources).some((one) => 'isPartial' in one)

const asProblem = (rule: Rule, finding: Finding): Problem => {
  const { message, severity = rule.severity } = finding
  return { ...finding, message: asSentence(message), rule, severity }
}

/**
 * One fault is told once: where a rule speaks, the rules that it covers are silent. Those that were are named by the
 * finding that stands for them.
 */
function once(found: readonly Problem[], ids: ReadonlySet<string>): Problem[] {
  const at = new Map<string, Problem[]>()
  for (const problem of found) {
    const place = toPointer(problem.path)
    const there = at.get(place)
    if (there) there.push(problem)
    else at.set(place, [problem])
  }
  const speaksFor = (one: Problem, other: Problem) => one.rule.covers?.includes(other.rule.id) === true
  // What is told of several places at once speaks for what lies in any of them.
  const wide = found.filter(({ rule, places }) => rule.covers && places)
  const isWithin = (place: string, { places = [] }: Problem) =>
    places.some((one) => place.startsWith(`${toPointer(one)}/`))
  const kept: Problem[] = []
  for (const problem of found) {
    const place = toPointer(problem.path)
    const beside = [...(at.get(place) ?? []), ...wide.filter((one) => isWithin(place, one))]
    if (beside.some((other) => speaksFor(other, problem))) continue
    const told = new Set(beside.filter((other) => speaksFor(problem, other)).map(({ rule }) => rule.id))
    const covers = (problem.covers ?? problem.rule.covers ?? []).filter((id) => !ids.has(id) || told.has(id))
    kept.push(covers.length > 0 ? { ...problem, covers } : problem)
  }
  return kept
}

/** What is to be said of suppressions that met nothing. */
const unusedOf = (
  accepted: readonly Suppression[],
  found: readonly Problem[],
  rules: readonly Rule[],
): Problem[] =>
  accepted.flatMap((suppression, index) => {
    if (found.some((problem) => suppresses(suppression, problem))) return []
    // What was written for another tool is that tool's to judge.
    if (!suppression.rule.includes('/')) return []
    const isRule = rules.some((rule) => namesOf(rule).includes(suppression.rule))
    const { severity } = unusedSuppression
    return [{ ...unusedFinding(suppression, index, isRule), rule: unusedSuppression, severity }]
  })

/** What is told once every rule has spoken: which suppressions met nothing, and who speaks for whom, is known only then. */
function conclude(rules: readonly Rule[], document: DesignDocument, found: readonly Problem[]): Problem[] {
  const accepted = document.suppressions ?? []
  const told = once(found, new Set(rules.map(({ id }) => id))).filter(
    (problem) => !accepted.some((suppression) => suppresses(suppression, problem)),
  )
  return [...toldTogether(document, told), ...unusedOf(accepted, found, rules)].sort(
    (a, b) => severityOrder[a.severity] - severityOrder[b.severity],
  )
}

/** Rules between two pauses: asking for the time after each one would cost more than some rules do. */
const slice = 24

/**
 * The same as findProblems, with a pause after every few rules in which the caller may do something else, or give up.
 * The problems are the generator's return value: a part of a run has no answer of its own.
 */
export function* checkInSlices(rules: readonly Rule[], given: RuleContext): Generator<void, Problem[], void> {
  const context = { ...withAccount(given), document: withoutMisfits(given.document) }
  const isPartial = holdsPartial(given.document)
  const found: Problem[] = []
  for (const [index, rule] of rules.entries()) {
    for (const finding of rule.check(context))
      found.push(asProblem(rule, isPartial ? withoutUnwritable(given.document, finding) : finding))
    if (index % slice === slice - 1) yield
  }
  return conclude(rules, given.document, found)
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
