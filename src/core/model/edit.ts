/** An edit is a named step from one document to the next; every change a person makes is one. */
import { type Draft, produce } from 'immer'
import type { DesignDocument } from './document.ts'
import { type Path, toPointer } from './path.ts'

export interface Edit {
  /** What undo calls it: "Rename origin". */
  readonly label: string
  /** Consecutive edits with the same key are one undo step (typing a word). */
  readonly mergeKey?: string
  readonly apply: (draft: Draft<DesignDocument>) => void
}

/** The next document; the same object where the edit changed nothing. */
export const applyEdit = (document: DesignDocument, edit: Edit): DesignDocument =>
  produce(document, (draft) => {
    edit.apply(draft)
  })

/** Several edits as one undo step. */
export const combine = (label: string, edits: readonly Edit[]): Edit => ({
  label,
  apply: (draft) => {
    for (const edit of edits) edit.apply(draft)
  },
})

type Container = Record<string | number, unknown>

function containerAt(draft: Draft<DesignDocument>, path: Path, create: boolean): Container | undefined {
  let value = draft as unknown as Container
  for (const [depth, step] of path.entries()) {
    const next = Object.hasOwn(value, step) ? value[step] : undefined
    if (typeof next === 'object' && next !== null) {
      value = next as Container
      continue
    }
    if (!create) return undefined
    value[step] = typeof path[depth + 1] === 'number' ? [] : {}
    value = value[step] as Container
  }
  return value
}

/** Sets one field, creating the structures on the way; `undefined` removes it. */
export const setAt = (path: Path, value: unknown, label = `Set ${String(path.at(-1))}`): Edit => ({
  label,
  mergeKey: toPointer(path),
  apply: (draft) => {
    const last = path.at(-1)
    if (last === undefined) throw new Error('setAt needs a path below the document.')
    if (value === undefined) {
      removeFrom(draft, path)
      return
    }
    const container = containerAt(draft, [...path.slice(0, -1)], true)
    if (container) container[last] = value
  },
})

function removeFrom(draft: Draft<DesignDocument>, path: Path): void {
  const last = path.at(-1)
  const container = containerAt(draft, path.slice(0, -1), false)
  if (last === undefined || !container) return
  if (Array.isArray(container)) container.splice(Number(last), 1)
  else delete container[last]
}

/** Removes a field or a list item. */
export const removeAt = (path: Path, label = `Remove ${String(path.at(-1))}`): Edit => ({
  label,
  apply: (draft) => removeFrom(draft, path),
})

/** Inserts an item into the list at `path`, creating the list where there is none. */
export const insertAt = (path: Path, index: number, item: unknown, label: string): Edit => ({
  label,
  apply: (draft) => {
    const container = containerAt(draft, path.slice(0, -1), true)
    const last = path.at(-1)
    if (!container || last === undefined) return
    if (!Array.isArray(container[last])) container[last] = []
    ;(container[last] as unknown[]).splice(index, 0, item)
  },
})

/** Moves an item of the list at `path` to another index. */
export const moveItem = (path: Path, from: number, to: number, label: string): Edit => ({
  label,
  apply: (draft) => {
    const last = path.at(-1)
    const container = containerAt(draft, path.slice(0, -1), false)
    const list = container && last !== undefined ? container[last] : undefined
    if (!Array.isArray(list)) return
    list.splice(to, 0, ...list.splice(from, 1))
  },
})
