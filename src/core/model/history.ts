/** Undo by snapshots: structural sharing makes one cost only what changed, and no inverse edit can be wrong. */
import type { DesignDocument } from './document.ts'
import { applyEdit, type Edit } from './edit.ts'

const limit = 200

export interface Snapshot {
  readonly document: DesignDocument
  /** The edit that led away from this document. */
  readonly label: string
}
export interface History {
  readonly past: readonly Snapshot[]
  readonly present: DesignDocument
  readonly future: readonly Snapshot[]
  readonly mergeKey?: string
}

export const startHistory = (document: DesignDocument): History => ({
  past: [],
  present: document,
  future: [],
})

/** Applies an edit; an edit that changes nothing leaves the history as it is. */
export function commit(history: History, edit: Edit): History {
  const next = applyEdit(history.present, edit)
  if (next === history.present) return history
  // An empty key merges with nothing: what two such edits did are two steps.
  const merges = Boolean(edit.mergeKey) && edit.mergeKey === history.mergeKey
  const past = merges
    ? history.past
    : [...history.past, { document: history.present, label: edit.label }].slice(-limit)
  return { past, present: next, future: [], ...(edit.mergeKey !== undefined && { mergeKey: edit.mergeKey }) }
}

export function undo(history: History): History {
  const last = history.past.at(-1)
  if (!last) return history
  return {
    past: history.past.slice(0, -1),
    present: last.document,
    future: [{ document: history.present, label: last.label }, ...history.future],
  }
}

export function redo(history: History): History {
  const [next, ...future] = history.future
  if (!next) return history
  return {
    past: [...history.past, { document: history.present, label: next.label }],
    present: next.document,
    future,
  }
}
