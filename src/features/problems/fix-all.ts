import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, combine, type Edit } from '#core/model/edit.ts'
import { prove } from '#state/fix-review.ts'
import { useProblems } from '#state/problems.ts'

/** The safe fixes of the errors and warnings now shown that still change something when made one after the other. */
function safeFixes(document: DesignDocument): Edit[] {
  const edits: Edit[] = []
  let current = document
  for (const { fix, severity } of useProblems.getState().problems.toReversed()) {
    if (!fix || severity === 'info') continue
    const next = applyEdit(current, fix)
    if (next === current) continue
    edits.push(fix)
    current = next
  }
  return edits
}

const changesNothing = async (before: DesignDocument, after: DesignDocument) =>
  (await prove(before, after)).changed.length === 0

/** Those of them that no request of this design notices, and how many are left. */
export async function provenFixes(
  document: DesignDocument,
): Promise<{ readonly edits: Edit[]; readonly left: number }> {
  const all = safeFixes(document)
  if (all.length === 0) return { edits: [], left: 0 }
  if (await changesNothing(document, applyEdit(document, combine('Fix all', all))))
    return { edits: all, left: 0 }
  const edits: Edit[] = []
  let current = document
  for (const edit of all) {
    const next = applyEdit(current, edit)
    if (!(await changesNothing(current, next))) continue
    edits.push(edit)
    current = next
  }
  return { edits, left: all.length - edits.length }
}
