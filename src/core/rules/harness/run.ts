import { oncePer } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { withoutMisfits } from '#core/resources/walk/misfits.ts'
import { type Asking, ask, askingOf, holdsPartial, problemsOf } from './asking.ts'
import { conclude } from './conclude.ts'
import { CheckMemory, type Judged } from './memory.ts'
import { type Again, againOf } from './parts.ts'
import type { Problem } from './problem.ts'
import type { Rule, RuleContext } from './rule.ts'
import type { View } from './views.ts'

/** What is known of the account: as connected, else as the first of the design's scenarios that tells it. */
function withAccount(context: RuleContext): RuleContext {
  if (context.account) return context
  const told = context.document.scenarios.find(({ account }) => account !== undefined)?.account
  return told ? { ...context, account: told } : context
}

/** The rules by what they see. */
const bySight = oncePer((rules: readonly Rule[]) => {
  const seeing = (sight: Rule['sees']) => rules.filter(({ sees }) => sees === sight)
  return {
    all: seeing('all'),
    shared: seeing('shared'),
    alone: seeing(undefined),
    behavior: seeing('behavior'),
    origin: seeing('origin'),
  }
})

const everythingIn = ({ context }: View): Again => ({ context, kept: [] })

/** What is asked of a distribution: of the whole of it, and of its parts. */
function askingsOf(rules: readonly Rule[], id: LogicalId, view: View, memory: CheckMemory): Asking[] {
  const sights = bySight(rules)
  // Whether a change can be saved may depend on more than its part.
  const before = holdsPartial(view.context.document) ? undefined : memory.before(id)
  const ofParts = (['behavior', 'origin'] as const).map((sight) => {
    const last = before?.judged.askings.find((asking) => asking.sight === sight)
    const again =
      before && last
        ? againOf(sight, id, view, { view: before.view, problems: problemsOf(last) })
        : everythingIn(view)
    return askingOf(sight, sights[sight], again)
  })
  return [askingOf(undefined, sights.alone, everythingIn(view)), ...ofParts]
}

function* judge(judged: Judged, document: DesignDocument): Generator<void, void, void> {
  if (judged.found) return
  for (const asking of judged.askings) yield* ask(asking, document)
  judged.found = { problems: judged.askings.flatMap(problemsOf) }
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
  const views = memory.viewsFor(rules, context)
  const sights = bySight(rules)
  const wide = (['shared', 'all'] as const).map((sight) => {
    const view = sight === 'all' ? views.whole : views.shared
    return { view, judged: memory.judgedIn(view, () => [askingOf(sight, sights[sight], everythingIn(view))]) }
  })
  const alone = Array.from(views.alone, ([id, view]) => {
    const judged = memory.judgedIn(view, () => askingsOf(rules, id, view, memory))
    return { id, view, judged }
  })
  for (const { view, judged } of [...wide, ...alone]) yield* judge(judged, view.context.document)
  memory.end(views)
  return conclude(rules, given.document, {
    wide: wide.flatMap(({ judged }) => judged.found?.problems ?? []),
    alone: new Map(alone.map(({ id, judged }) => [id, judged.found ?? { problems: [] }])),
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
