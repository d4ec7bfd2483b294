/**
 * What was told of a behavior or an origin that stands at another place of its list now. It is what would be told of it
 * there; the changes that it offers are made when somebody makes them, by asking its rule again.
 */
import type { Edit } from '#core/model/edit.ts'
import { type Path, toPointer } from '#core/model/path.ts'
import type { Problem } from './problem.ts'
import type { Finding, RuleContext } from './rule.ts'

const partLength = 5

/** A path within the part that `from` leads into, where the part stands at another place. */
function replaced(path: Path, from: Path, place: number): Path {
  const isWithin =
    path.length >= partLength && from.slice(0, partLength).every((step, at) => step === path[at])
  return isWithin ? path.with(partLength - 1, place) : path
}

/** The key of an edit in the part: where it is one field's, it is the pointer to it. */
function replacedKey(key: string, from: Path, place: number): string {
  const [part, moved] = [from, from.with(partLength - 1, place)].map((path) =>
    toPointer(path.slice(0, partLength)),
  )
  return key === part || key.startsWith(`${part}/`) ? `${moved}${key.slice(part?.length)}` : key
}

function movedProblem(problem: Problem, place: number, again: () => Finding | undefined): Problem {
  const { path, places, fix, suggestions } = problem
  const later = ({ label, mergeKey }: Edit, editOf: (finding: Finding) => Edit | undefined): Edit => ({
    label,
    ...(mergeKey !== undefined && { mergeKey: replacedKey(mergeKey, path, place) }),
    apply: (draft) => {
      const finding = again()
      if (finding) editOf(finding)?.apply(draft)
    },
  })
  return {
    ...problem,
    path: replaced(path, path, place),
    ...(places && { places: places.map((one) => replaced(one, path, place)) }),
    ...(fix && { fix: later(fix, (finding) => finding.fix) }),
    ...(suggestions && {
      suggestions: suggestions.map((edit, index) => later(edit, (finding) => finding.suggestions?.[index])),
    }),
  }
}

/** The problems of one part, in the order in which they were told, at its new place. */
export function movedTo(
  place: number,
  problems: readonly Problem[],
  contextThere: () => RuleContext,
): readonly Problem[] {
  let turn = 0
  return problems.map((problem, index) => {
    const { rule } = problem
    turn = problems[index - 1]?.rule === rule ? turn + 1 : 0
    const own = turn
    return movedProblem(problem, place, () => [...rule.check(contextThere())][own])
  })
}
