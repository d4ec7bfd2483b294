/** The invalidations of a design: the steps of its scenarios that name paths. */
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import type { Scenario } from '#core/model/scenario.ts'

export interface Batch {
  readonly scenario: Scenario
  readonly paths: readonly string[]
  /** Of the list of paths. */
  readonly path: Path
}

export function* batchesIn(document: DesignDocument): Generator<Batch> {
  for (const [number, scenario] of document.scenarios.entries())
    for (const [index, step] of (scenario.steps ?? []).entries())
      if ('invalidate' in step && Array.isArray(step.invalidate))
        yield {
          scenario,
          paths: step.invalidate,
          path: ['scenarios', number, 'steps', index, 'invalidate'],
        }
}

export interface PlacedPath {
  readonly text: string
  readonly path: Path
  readonly batch: Batch
}

function* itemsOf(document: DesignDocument, isTag: boolean): Generator<PlacedPath> {
  for (const batch of batchesIn(document))
    for (const [index, text] of batch.paths.entries())
      if (typeof text === 'string' && text.startsWith('#') === isTag)
        yield { text, path: [...batch.path, index], batch }
}

/** Each path of each invalidation. */
export const invalidatedPaths = (document: DesignDocument): Generator<PlacedPath> => itemsOf(document, false)

/** Each cache tag of each invalidation, with its “#”. */
export const invalidatedTags = (document: DesignDocument): Generator<PlacedPath> => itemsOf(document, true)
