/** What is chosen for the next replay: it stays while somebody goes to the drawing, edits, and comes back to replay again. */
import { create } from 'zustand'
import type { LogicalId } from '#core/model/document.ts'
import { useDesign } from './design.ts'

/** What a person has written and chosen, as it stands in the form. */
export interface ReplayForm {
  readonly distribution: LogicalId
  readonly lifetimes: string
  readonly invalidations: string
  readonly fields: string
  /** `opened`, the time of a version, or nothing. */
  readonly before: string
  readonly learns: boolean
  readonly suggests: boolean
}
const emptyForm: ReplayForm = {
  distribution: '',
  lifetimes: '',
  invalidations: '',
  fields: '',
  before: 'opened',
  learns: true,
  suggests: false,
}

interface ReplayDraft {
  /** As they are at hand: a page that is loaded again has none. */
  readonly files: readonly File[]
  readonly form: ReplayForm
}
const empty: ReplayDraft = { files: [], form: emptyForm }

const useDraft = create<{ readonly of: string; readonly draft: ReplayDraft }>()(() => ({
  of: '',
  draft: empty,
}))

/** Of the open design; another one has another log. */
export function useReplayDraft(): ReplayDraft {
  const id = useDesign((state) => state.id)
  return useDraft(({ of, draft }) => (of === id ? draft : empty))
}

export const draftReplay = (change: Partial<ReplayDraft>): void =>
  useDraft.setState(({ of, draft }) => {
    const { id } = useDesign.getState()
    return { of: id, draft: { ...(of === id ? draft : empty), ...change } }
  })
