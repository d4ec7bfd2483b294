/** Who refers to whom: the edges of the canvas, the order of a plan and the safety of a deletion follow from it. */
import type { DesignDocument, LogicalId } from './document.ts'
import { isRef, isUnknown } from './field.ts'
import type { Path } from './path.ts'

export interface Reference {
  readonly from: LogicalId
  readonly to: LogicalId
  /** Where in the document it stands. */
  readonly path: Path
}

function* referencesWithin(value: unknown, path: Path): Generator<{ to: LogicalId; path: Path }> {
  if (typeof value !== 'object' || value === null) return
  if (isRef(value)) {
    yield { to: value.ref, path }
    return
  }
  if (isUnknown(value)) {
    for (const to of value.refs ?? []) yield { to, path }
    return
  }
  for (const [step, child] of Object.entries(value))
    yield* referencesWithin(child, [...path, Array.isArray(value) ? Number(step) : step])
}

/** All references from one resource. */
export const referencesFrom = (document: DesignDocument, from: LogicalId): Reference[] => {
  const resource = document.resources[from]
  if (!resource) return []
  return [...referencesWithin(resource.config, ['resources', from, 'config'])].map((found) => ({
    from,
    ...found,
  }))
}

/** All references to one resource: what a deletion would break. */
export const referencesTo = (document: DesignDocument, to: LogicalId): Reference[] =>
  Object.keys(document.resources).flatMap((from) =>
    referencesFrom(document, from).filter((reference) => reference.to === to),
  )
