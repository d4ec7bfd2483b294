/** Removing several things as one step. */
import { combine, type Edit, removeAt } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'
import { removeResource } from './resources.ts'

const isResource = (path: Path) => path.length === 3

/** Removes resources and list items; within a list the last goes first, so that no index moves before its turn. */
export function removeThings(paths: readonly Path[], label: string): Edit {
  const resources = paths.filter(isResource)
  const gone = new Set(resources.map(([, id]) => id))
  const items = paths
    .filter((path) => !isResource(path) && !gone.has(path[1] ?? ''))
    .toSorted((a, b) => Number(b.at(-1)) - Number(a.at(-1)))
  return combine(label, [
    ...items.map((path) => removeAt(path)),
    ...resources.map(([, id]) => removeResource(String(id))),
  ])
}
