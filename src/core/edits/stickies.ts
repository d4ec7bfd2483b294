/** Notes and frames that people put on the drawing beside its things: never a part of what AWS is told. */
import type { DesignDocument, Sticky } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'

/** What a new one measures; a frame stands around several things. */
const sizes = { note: { width: 200, height: 96 }, frame: { width: 420, height: 260 } } as const

export function addSticky(
  { stickies = {} }: DesignDocument,
  kind: Sticky['kind'],
  place: { readonly x: number; readonly y: number },
): { readonly id: string; readonly edit: Edit } {
  let number = 1
  while (Object.hasOwn(stickies, `${kind}-${number}`)) number += 1
  const id = `${kind}-${number}`
  const edit: Edit = {
    label: kind === 'note' ? 'Add a note' : 'Add a frame',
    apply: (draft) => {
      draft.stickies = { ...draft.stickies, [id]: { kind, text: '', ...place, ...sizes[kind] } }
    },
  }
  return { id, edit }
}

/** Another text, place or size; typing, and moving by keys, is one step of undo. */
export const changeSticky = (id: string, part: Partial<Omit<Sticky, 'kind'>>): Edit => ({
  label: 'text' in part ? 'Write a note' : 'x' in part ? 'Move a note' : 'Size a note',
  mergeKey: `sticky ${id} ${Object.keys(part).join()}`,
  apply: (draft) => {
    const { [id]: before, ...others } = draft.stickies ?? {}
    if (before) draft.stickies = { ...others, [id]: { ...before, ...part } }
  },
})

export const removeSticky = (id: string): Edit => ({
  label: 'Remove a note',
  apply: (draft) => {
    const { [id]: _, ...others } = draft.stickies ?? {}
    if (Object.keys(others).length > 0) draft.stickies = others
    else delete draft.stickies
  },
})
