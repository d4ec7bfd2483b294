/** Removing several things as one step. */
import type { DesignDocument } from '#core/model/document.ts'
import { combine, type Edit, removeAt } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'
import { removeNotes } from './notes.ts'
import { removeResource } from './resources.ts'

const isResource = (path: Path) => path.length === 3

/** Removes resources and list items with their notes; within a list the last goes first, so that no index moves before its turn. */
export function removeThings(paths: readonly Path[], label: string, document: DesignDocument): Edit {
  const resources = paths.filter(isResource)
  const gone = new Set(resources.map(([, id]) => id))
  const items = paths
    .filter((path) => !isResource(path) && !gone.has(path[1] ?? ''))
    .toSorted((a, b) => Number(b.at(-1)) - Number(a.at(-1)))
  return combine(label, [
    removeNotes(document, paths),
    ...items.map((path) => removeAt(path)),
    ...resources.map(([, id]) => removeResource(String(id))),
  ])
}
