/**
 * A history as it is kept beside its design: no longer than the storage should bear, and taken up again only as far
 * as it is whole. Snapshots share what an edit left alone, and a copy of all of them at once keeps that sharing.
 */
import type { DesignDocument } from './document.ts'
import { type History, type Snapshot, startHistory } from './history.ts'

export type KeptHistory = Pick<History, 'past' | 'present' | 'future'>

/** Roughly what a value takes that was not counted before, in characters. */
function sizeOf(value: unknown, counted: Set<object>): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  if (counted.has(value)) return 0
  counted.add(value)
  let size = 16
  for (const [key, child] of Object.entries(value)) size += key.length + sizeOf(child, counted)
  return size
}

/**
 * The steps nearest to the present that fit into `budget` characters; what several snapshots share counts once.
 * The present itself is always kept.
 */
export function keepHistory({ past, present, future }: History, budget: number): KeptHistory {
  const counted = new Set<object>()
  let left = budget - sizeOf(present, counted)
  const fits = ({ document }: Snapshot) => {
    left -= sizeOf(document, counted)
    return left >= 0
  }
  const firstKept = past.findLastIndex((snapshot) => !fits(snapshot)) + 1
  const firstLeft = future.findIndex((snapshot) => !fits(snapshot))
  return {
    past: past.slice(firstKept),
    present,
    future: firstLeft === -1 ? future : future.slice(0, firstLeft),
  }
}

/** What undo calls the way back from a design that was saved after its history was. */
export const lastEdits = 'Last edits before the page was left'

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * The history of a saved design. Where the design was saved after its history, what the history ends in becomes its
 * last step. Where none was kept, it starts anew.
 */
export function resumeHistory(kept: KeptHistory | undefined, document: DesignDocument): History {
  if (!kept) return startHistory(document)
  if (isSame(kept.present, document)) return kept
  return {
    past: [...kept.past, { document: kept.present, label: lastEdits }],
    present: document,
    future: [],
  }
}
