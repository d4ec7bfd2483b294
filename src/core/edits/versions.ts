import type { DesignDocument } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'

/** The whole document as it was, or as it is elsewhere: one step that undo takes back. */
export const applyVersion = (version: DesignDocument, label: string, mergeKey?: string): Edit => ({
  label,
  ...(mergeKey !== undefined && { mergeKey }),
  apply: (draft) => {
    for (const field of Object.keys(draft)) if (!(field in version)) delete draft[field as 'source'] // a field of the document
    // A draft takes the version's own, frozen parts; nobody changes them in place.
    Object.assign(draft, version)
  },
})
