/** What the open design is compared with; the drawing marks the differences. Never part of the design. */
import { create } from 'zustand'
import type { DesignDocument } from '#core/model/document.ts'
import { useDesign } from './design.ts'
import { useSession } from './session.ts'

interface Comparison {
  /** What a person chose to compare with, and the design that it was chosen for. */
  readonly basis: { readonly of: string; readonly document: DesignDocument } | undefined
  /** The marks stay in every mode, and not in the review alone. */
  readonly isKept: boolean
}

export const useComparison = create<Comparison>()(() => ({ basis: undefined, isKept: false }))

export const compareWith = (document: DesignDocument | undefined): void =>
  useComparison.setState({ basis: document && { of: useDesign.getState().id, document } })

export const keepMarks = (isKept: boolean): void => useComparison.setState({ isKept })

/** The state of the design that the drawing is marked against: the chosen one, or the design as it was opened. */
export function useMarkedAgainst(): DesignDocument | undefined {
  const isShown = useSession(({ panel }) => (panel as string | undefined) === 'review')
  const { basis, isKept } = useComparison()
  const id = useDesign((state) => state.id)
  const opened = useDesign(({ history }) => history.past[0]?.document)
  if (!isShown && !isKept) return undefined
  return basis?.of === id ? basis.document : opened
}
