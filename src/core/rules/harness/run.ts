import { oncePer } from '#core/model/distribution.ts'
import type { DesignDocument, Resource } from '#core/model/document.ts'
import { applyEdit, type Edit } from '#core/model/edit.ts'
import { withoutMisfits } from '#core/resources/walk/misfits.ts'
import { conclude, type FoundAlone } from './conclude.ts'
import type { Finding, Rule, RuleContext, Severity } from './rule.ts'
import { type View, type Views, viewsOf } from './views.ts'

/** A finding as it is shown: with the rule that made it and the severity that holds here. */
export interface Problem extends Finding {
  readonly rule: Rule
  readonly severity: Severity
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

/** Each has a path of its own, by which it is found again among others. */
const asProblem = (rule: Rule, finding: Finding): Problem => {
  const { path, message, severity = rule.severity } = finding
  return { ...finding, path: [...path], message: asSentence(message), rule, severity }
}

/** How much is found between two pauses, in rules: asking for the time after each one would cost more than some do. */
const slice = 24

/** What was found in one view so far: its rules are asked in their order. */
interface FoundIn extends FoundAlone {
  problems: readonly Problem[]
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
function* ask(rules: readonly Rule[], { context }: View, found: FoundIn): Generator<void, void, void> {
  const isPartial = holdsPartial(context.document)
  while (found.asked < rules.length) {
    const told = rules
      .slice(found.asked, found.asked + slice)
      .flatMap((rule) =>
        Array.from(rule.check(context), (finding) =>
          asProblem(rule, isPartial ? withoutUnwritable(context.document, finding) : finding),
        ),
      )
    // Only now: a rule that fails has told nothing twice.
    found.problems = [...found.problems, ...told]
    found.asked += slice
    yield
  }
}

/** The rules by what they see. */
const bySight = oncePer((rules: readonly Rule[]) => {
  const seeing = (sight: Rule['sees']) => rules.filter(({ sees }) => sees === sight)
  return { all: seeing('all'), shared: seeing('shared'), alone: seeing(undefined) }
})

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
  for (const [those, view] of asked) yield* ask(those, view, memory.foundIn(view))
  return conclude(rules, given.document, {
    wide: [shared, whole].flatMap((view) => memory.foundIn(view).problems),
    alone: new Map(Array.from(alone, ([id, view]) => [id, memory.foundIn(view)])),
  })
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
