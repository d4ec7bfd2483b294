import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, type Edit } from '#core/model/edit.ts'
import { useProblems } from '#state/problems.ts'

/** The safe fixes of the errors and warnings now shown that still change something when made one after the other. */
export function fixAllSafe(document: DesignDocument): { edits: Edit[] } {
  const edits: Edit[] = []
  let current = document
  for (const { fix, severity } of useProblems.getState().problems.toReversed()) {
    if (!fix || severity === 'info') continue
    const next = applyEdit(current, fix)
    if (next === current) continue
    edits.push(fix)
    current = next
  }
  return { edits }
}
