/** Notes that people leave at things of a design, for each other: never a part of what AWS is told. */
import type { DesignDocument } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'
import { type Path, valueAt } from '#core/model/path.ts'

type Item = { readonly key?: unknown }

/**
 * What a thing's note is kept under: its resource, and the list and identity of an item within it. It survives
 * renaming and reordering. Undefined where the path leads to no thing.
 */
export function noteAddress(document: DesignDocument, path: Path): string | undefined {
  const [root, owner, , list, index] = path
  if (root !== 'resources' || document.resources[String(owner)] === undefined) return undefined
  if (list === undefined) return String(owner)
  if (list === 'DefaultCacheBehavior') return `${owner}/${list}`
  const item = typeof index === 'number' ? valueAt(document, path.slice(0, 5)) : undefined
  const key = typeof item === 'object' && item !== null ? (item as Item).key : undefined
  return typeof key === 'string' ? `${owner}/${list}/${key}` : undefined
}

/** The note at a thing; empty where there is none. */
export const noteAt = (document: DesignDocument, path: Path): string =>
  document.notes?.[noteAddress(document, path) ?? ''] ?? ''

/** Writes a note; an empty one is none. Typing it is one step of undo. */
export function writeNote(document: DesignDocument, path: Path, text: string): Edit | undefined {
  const address = noteAddress(document, path)
  if (address === undefined) return undefined
  return {
    label: text.trim() === '' ? 'Remove note' : 'Write note',
    mergeKey: `note ${address}`,
    apply: (draft) => {
      const { [address]: _, ...others } = draft.notes ?? {}
      const notes = text.trim() === '' ? others : { ...others, [address]: text }
      if (Object.keys(notes).length > 0) draft.notes = notes
      else delete draft.notes
    },
  }
}

/** The notes of things that go, so that another thing of the same name does not get them. */
export const removeNotes = (document: DesignDocument, paths: readonly Path[]): Edit => ({
  label: 'Remove notes',
  apply: (draft) => {
    if (!draft.notes) return
    const gone = paths.flatMap((path) => noteAddress(document, path) ?? [])
    const isGone = (address: string) => gone.some((one) => address === one || address.startsWith(`${one}/`))
    const left = Object.entries(draft.notes).filter(([address]) => !isGone(address))
    if (left.length > 0) draft.notes = Object.fromEntries(left)
    else delete draft.notes
  },
})
