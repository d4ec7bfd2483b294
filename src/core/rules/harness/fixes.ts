/** Fixes made one after the other: each may change what the others found, and where it stands. */
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, type Edit } from '#core/model/edit.ts'
import type { Problem } from './problem.ts'

export interface FixStep {
  readonly problem: Problem
  readonly edit: Edit
  readonly before: DesignDocument
  readonly after: DesignDocument
}
export interface Fixing {
  readonly find: (document: DesignDocument) => readonly Problem[]
  /** The edit of a problem that is meant; undefined where none is. */
  readonly editOf: (problem: Problem) => Edit | undefined
}

/** Rounds beside two for each fix that there is at first: a fix may only uncover the next problem so often. */
const fixRounds = 50

/** What a refused fix is known by when the problem is found again: others may have moved the place of it. */
const nameOf = ({ rule, message }: Problem, { label }: Edit) => `${rule.id} ${message} ${label}`

function nextStep(
  before: DesignDocument,
  problems: readonly Problem[],
  editOf: Fixing['editOf'],
  refused: ReadonlySet<string>,
): FixStep | undefined {
  for (const problem of problems) {
    const edit = editOf(problem)
    if (!edit || refused.has(nameOf(problem, edit))) continue
    const after = applyEdit(before, edit)
    if (after !== before) return { problem, edit, before, after }
  }
  return undefined
}

/**
 * The fixes of a document in turn. Each is asked about, and stays where the answer is true; the problems are then found
 * anew, since an edit names its place by where it stood. Returns the document after those that stayed.
 */
export function* fixesInTurn(
  document: DesignDocument,
  { find, editOf }: Fixing,
): Generator<FixStep, DesignDocument, boolean> {
  const refused = new Set<string>()
  let current = document
  let problems = find(current)
  let left = fixRounds + 2 * problems.filter((problem) => editOf(problem)).length
  for (; left > 0; left -= 1) {
    const step = nextStep(current, problems, editOf, refused)
    if (!step) break
    if (yield step) {
      current = step.after
      problems = find(current)
    } else refused.add(nameOf(step.problem, step.edit))
  }
  return current
}
