import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, combine, type Edit } from '#core/model/edit.ts'
import { prove } from '#state/fix-review.ts'
import { useProblems } from '#state/problems.ts'

interface SafeFix {
  readonly edit: Edit
  /** The finding promises that requests are answered differently. */
  readonly isPromised: boolean
}

/** The safe fixes of the errors and warnings now shown that still change something when made one after the other. */
function safeFixes(document: DesignDocument): SafeFix[] {
  const edits: SafeFix[] = []
  let current = document
  for (const { fix, severity, rule } of useProblems.getState().problems.toReversed()) {
    if (!fix || severity === 'info') continue
    const next = applyEdit(current, fix)
    if (next === current) continue
    edits.push({ edit: fix, isPromised: rule.mends !== undefined })
    current = next
  }
  return edits
}

const changesNothing = async (before: DesignDocument, after: DesignDocument) =>
  (await prove(before, after)).changed.length === 0

/** Those of them that no request of this design notices but for what the finding promises, and how many are left. */
export async function provenFixes(
  document: DesignDocument,
): Promise<{ readonly edits: Edit[]; readonly left: number }> {
  const all = safeFixes(document)
  if (all.length === 0) return { edits: [], left: 0 }
  const every = all.map(({ edit }) => edit)
  if (await changesNothing(document, applyEdit(document, combine('Fix all', every))))
    return { edits: every, left: 0 }
  const edits: Edit[] = []
  let current = document
  for (const { edit, isPromised } of all) {
    const next = applyEdit(current, edit)
    if (!isPromised && !(await changesNothing(current, next))) continue
    edits.push(edit)
    current = next
  }
  return { edits, left: all.length - edits.length }
}
