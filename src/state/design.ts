/** The open design. Actions stand beside the store, not in it; whoever reads selects what it needs. */
import { create } from 'zustand'
import type { DesignDocument } from '#core/model/document.ts'
import { emptyDesign } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'
import {
  commit as commitTo,
  type History,
  redo as redoOf,
  startHistory,
  undo as undoOf,
} from '#core/model/history.ts'
import { withoutMisfits } from '#core/resources/walk/misfits.ts'

export interface DesignState {
  readonly id: string
  readonly name: string
  readonly history: History
}

export const useDesign = create<DesignState>()(() => ({
  id: '',
  name: 'Untitled design',
  history: startHistory(emptyDesign),
}))

export const currentDocument = (): DesignDocument => useDesign.getState().history.present

/** Designs with values that do not fit, by the design: a new one at each look would be drawn for ever. */
const fitting = new WeakMap<DesignDocument, DesignDocument>()
function fittingOf(document: DesignDocument): DesignDocument {
  const found = fitting.get(document) ?? withoutMisfits(document)
  fitting.set(document, found)
  return found
}

/** The design to be looked at: a value that does not fit its field is unknown to whoever reads it. */
export const useDocument = (): DesignDocument => useDesign(({ history }) => fittingOf(history.present))

/** Makes an edit; it can be undone. */
export const commit = (edit: Edit): void =>
  useDesign.setState(({ history }) => ({ history: commitTo(history, edit) }))
export const undo = (): void => useDesign.setState(({ history }) => ({ history: undoOf(history) }))
export const redo = (): void => useDesign.setState(({ history }) => ({ history: redoOf(history) }))

/** Opens another design; the history starts anew. */
export const openDesign = (id: string, name: string, document: DesignDocument): void =>
  useDesign.setState({ id, name, history: startHistory(document) })
/** Opens a design together with what was done to it before. */
export const resumeDesign = (id: string, name: string, history: History): void =>
  useDesign.setState({ id, name, history })
export const renameDesign = (name: string): void => useDesign.setState({ name })
