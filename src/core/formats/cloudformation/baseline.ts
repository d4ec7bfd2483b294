/**
 * What a template's text gave when it was read, for as long as a document holds its source: saving needs the text's
 * tree again, and reading it twice would be most of the work. Nothing but a memory of a pure function.
 */
import type { TextTree, TreeMap } from '#core/formats/tree.ts'
import type { DesignDocument, Source } from '#core/model/document.ts'

export interface Baseline {
  readonly tree: TextTree
  readonly template: TreeMap
  readonly document: DesignDocument
  readonly condition: (name: string, at: object) => boolean | undefined
}

const baselines = new WeakMap<Source, Baseline>()

export const rememberBaseline = (source: Source, baseline: Baseline): void => {
  baselines.set(source, baseline)
}
export const baselineOf = (source: Source): Baseline | undefined => baselines.get(source)
