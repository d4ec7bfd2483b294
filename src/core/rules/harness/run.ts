import type { DesignDocument, Resource, Suppression } from '#core/model/document.ts'
import { applyEdit, type Edit } from '#core/model/edit.ts'
import { toPointer } from '#core/model/path.ts'
import { withoutMisfits } from '#core/resources/walk/misfits.ts'
import { type Finding, type Rule, type RuleContext, type Severity, severityOrder } from './rule.ts'
import { toldTogether } from './together.ts'
import { unusedFinding, unusedSuppression } from './unused-suppression.ts'
import { type View, type Views, viewsOf } from './views.ts'

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

/** How much is found between two pauses, in rules: asking for the time after each one would cost more than some do. */
const slice = 24

/** A rule and its place among all. */
type Numbered = readonly [number, Rule]

/** What was found in one view so far: the rules are asked in their order. */
interface FoundIn {
  problems: readonly (readonly [number, Problem])[]
  asked: number
}

/** What the checks of one design remember from edit to edit; a check without it finds the same. */
export class CheckMemory {
  private rules: readonly Rule[] | undefined
  private views: Views | undefined
  private found = new WeakMap<View, FoundIn>()

  /** The views of a design, where they are the same as before those of before. */
  viewsFor(rules: readonly Rule[], context: RuleContext): Views {
    // What other rules found says nothing of these.
    if (rules !== this.rules) this.found = new WeakMap()
    this.rules = rules
    this.views = viewsOf(context, this.views)
    return this.views
  }

  foundIn(view: View): FoundIn {
    const found = this.found.get(view) ?? { problems: [], asked: 0 }
    this.found.set(view, found)
    return found
  }
}

/** Asks the rules that were not yet asked of a view. */
function* ask(rules: readonly Numbered[], { context }: View, found: FoundIn): Generator<void, void, void> {
  const isPartial = holdsPartial(context.document)
  while (found.asked < rules.length) {
    const told: (readonly [number, Problem])[] = []
    for (const [place, rule] of rules.slice(found.asked, found.asked + slice))
      for (const finding of rule.check(context)) {
        const kept = isPartial ? withoutUnwritable(context.document, finding) : finding
        told.push([place, asProblem(rule, kept)])
      }
    // Only now: a rule that fails has told nothing twice.
    found.problems = [...found.problems, ...told]
    found.asked += slice
    yield
  }
}

/** The rules by what they see. */
function bySight(rules: readonly Rule[]): Readonly<Record<'all' | 'shared' | 'alone', readonly Numbered[]>> {
  const numbered = rules.map((rule, place): Numbered => [place, rule])
  const seeing = (sight: Rule['sees']) => numbered.filter(([, { sees }]) => sees === sight)
  return { all: seeing('all'), shared: seeing('shared'), alone: seeing(undefined) }
}

/**
 * The same as findProblems, with a pause after every few rules in which the caller may do something else, or give up.
 * The problems are the generator's return value: a part of a run has no answer of its own.
 */
export function* checkInSlices(
  rules: readonly Rule[],
  given: RuleContext,
  memory = new CheckMemory(),
): Generator<void, Problem[], void> {
  const context = { ...withAccount(given), document: withoutMisfits(given.document) }
  const { whole, shared, alone } = memory.viewsFor(rules, context)
  const sights = bySight(rules)
  const asked = [
    [sights.shared, shared] as const,
    [sights.all, whole] as const,
    ...[...alone.values()].map((view) => [sights.alone, view] as const),
  ]
  const byRule: Problem[][] = rules.map(() => [])
  for (const [those, view] of asked) {
    const found = memory.foundIn(view)
    yield* ask(those, view, found)
    for (const [place, problem] of found.problems) byRule[place]?.push(problem)
  }
  return conclude(rules, given.document, byRule.flat())
}

/**
 * Every problem of a design, errors first, in the order of the rules. Accepted ones are left out; a suppression that
 * nothing was found for is told of. Values that do not fit their field are unknown to the rules.
 */
export function findProblems(rules: readonly Rule[], given: RuleContext, memory?: CheckMemory): Problem[] {
  const run = checkInSlices(rules, given, memory)
  for (;;) {
    const { done, value } = run.next()
    if (done) return value
  }
}
