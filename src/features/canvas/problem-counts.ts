import type { DesignDocument } from '#core/model/document.ts'
import type { Problem } from '#core/rules/harness/problem.ts'
import { nodeOfPath } from '#things/thing.ts'

export interface ProblemCount {
  readonly errors: number
  readonly warnings: number
}
export const noProblems: ProblemCount = { errors: 0, warnings: 0 }

/** Errors and warnings of each node; those of a node that folding hides are its stand-in's. */
export function countProblems(
  document: DesignDocument,
  problems: readonly Problem[],
  standIns: ReadonlyMap<string, string>,
): ReadonlyMap<string, ProblemCount> {
  const counts = new Map<string, ProblemCount>()
  for (const { path, severity } of problems) {
    const own = severity === 'info' ? undefined : nodeOfPath(document, path)
    if (own === undefined) continue
    const node = standIns.get(own) ?? own
    const count = counts.get(node) ?? noProblems
    counts.set(
      node,
      severity === 'error'
        ? { ...count, errors: count.errors + 1 }
        : { ...count, warnings: count.warnings + 1 },
    )
  }
  return counts
}
