/** What the open design is compared with; the drawing marks the differences. Never part of the design. */
import { create } from 'zustand'
import type { DesignDocument } from '#core/model/document.ts'
import { useDesign } from './design.ts'
import type { Earlier } from './library.ts'
import { useSession } from './session.ts'

interface Comparison {
  /** What a person chose to compare with, and the design that it was chosen for. */
  readonly basis: { readonly of: string; readonly document: DesignDocument } | undefined
  /** The marks stay in every mode, and not in the review alone. */
  readonly isKept: boolean
  /** What was opened to compare with, newest last, and what is chosen of all; of the design that it was opened for. */
  readonly files: readonly Earlier[]
  readonly chosen: string
  readonly of: string
}

export const useComparison = create<Comparison>()(() => ({
  basis: undefined,
  isKept: false,
  files: [],
  chosen: '',
  of: '',
}))

export const compareWith = (document: DesignDocument | undefined): void =>
  useComparison.setState({ basis: document && { of: useDesign.getState().id, document } })

/** The files and the choice of the open design: they stay while other modes are looked at. */
export function useChoice(): Pick<Comparison, 'files' | 'chosen'> {
  const id = useDesign((state) => state.id)
  const { files, chosen, of } = useComparison()
  return of === id ? { files, chosen } : { files: [], chosen: '' }
}

const ofThis = ({ of, files }: Comparison): readonly Earlier[] =>
  of === useDesign.getState().id ? files : []

export const chooseBasis = (chosen: string): void =>
  useComparison.setState((before) => ({ files: ofThis(before), chosen, of: useDesign.getState().id }))

/** How the choice of a file is told from that of a version. */
const filePrefix = 'file '
export const fileChoice = (name: string): string => filePrefix + name
/** The file that is chosen; undefined where a version is. */
export const chosenFile = (chosen: string): string | undefined =>
  chosen.startsWith(filePrefix) ? chosen.slice(filePrefix.length) : undefined

/** What is kept of the choice between visits: files are not, only their names. */
export function choiceText(): string {
  const { of, chosen } = useComparison.getState()
  return JSON.stringify([of, chosen])
}

/** Takes up a choice that was kept, if it is one. */
export function resumeChoice(text: string): void {
  try {
    const kept: unknown = JSON.parse(text)
    const [of, chosen]: readonly unknown[] = Array.isArray(kept) ? kept : []
    if (typeof of === 'string' && typeof chosen === 'string') useComparison.setState({ of, chosen })
  } catch {
    // Nothing was kept, or it is not ours.
  }
}

/** Adds a file that was opened to compare with, and chooses it. */
export const addBasis = (file: Earlier): void =>
  useComparison.setState((before) => ({
    files: [...ofThis(before).filter(({ value }) => value !== file.value), file],
    chosen: file.value,
    of: useDesign.getState().id,
  }))

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
