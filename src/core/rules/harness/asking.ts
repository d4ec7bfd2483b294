/** Some rules, asked in their order of what they are shown. */
import { oncePer } from '#core/model/distribution.ts'
import type { DesignDocument, Resource } from '#core/model/document.ts'
import { applyEdit, type Edit } from '#core/model/edit.ts'
import { type Again, inOneGo } from './parts.ts'
import type { Problem } from './problem.ts'
import type { Finding, Rule } from './rule.ts'

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

export const holdsPartial = ({ resources }: DesignDocument): boolean =>
  Object.values(resources).some((one) => 'isPartial' in one)

/** Each has a path of its own, by which it is found again among others. */
const asProblem = (rule: Rule, finding: Finding): Problem => {
  const { path, message, severity = rule.severity } = finding
  return { ...finding, path: [...path], message: asSentence(message), rule, severity }
}

/** How much is found between two pauses, in rules: asking for the time after each one would cost more than some do. */
const slice = 24

/** What came so far of asking some rules. */
export interface Asking {
  readonly sight: Rule['sees']
  readonly rules: readonly Rule[]
  readonly again: Again
  readonly told: Problem[]
  asked: number
}

export const askingOf = (sight: Rule['sees'], rules: readonly Rule[], again: Again): Asking => ({
  sight,
  rules,
  again,
  told: [],
  asked: 0,
})

/** Asks the rules that were not yet asked; `document` is what their changes are made to. */
export function* ask(asking: Asking, document: DesignDocument): Generator<void, void, void> {
  const { rules, again } = asking
  const { context } = again
  if (!context) return
  const isPartial = holdsPartial(document)
  while (asking.asked < rules.length) {
    const told: Problem[] = []
    for (const rule of rules.slice(asking.asked, asking.asked + slice))
      for (const finding of rule.check(context))
        told.push(asProblem(rule, isPartial ? withoutUnwritable(document, finding) : finding))
    // Only now: a rule that fails has told nothing twice.
    for (const problem of told) asking.told.push(problem)
    asking.asked += slice
    yield
  }
}

/** All that the rules tell, once they are asked, as if they were asked of everything now. */
export const problemsOf = oncePer(({ again, told }: Asking): readonly Problem[] => inOneGo(again.kept, told))
