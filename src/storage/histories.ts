/** The undo histories of designs, kept beside them: the first thing to go where the browser has no room left. */
import { get, set } from 'idb-keyval'
import type { KeptHistory } from '#core/model/kept-history.ts'
import { designs, historyKey } from './designs.ts'
import { isDocument } from './saved.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isSnapshot = (value: unknown): boolean =>
  isObject(value) && typeof value['label'] === 'string' && isDocument(value['document'])

const isHistory = (value: unknown): value is KeptHistory => {
  if (!isObject(value) || !isDocument(value['present'])) return false
  const { past, future } = value
  return Array.isArray(past) && past.every(isSnapshot) && Array.isArray(future) && future.every(isSnapshot)
}

/** The history of a design; undefined where there is none, or none that is whole. */
export async function loadHistory(id: string): Promise<KeptHistory | undefined> {
  try {
    const history = await get<unknown>(historyKey(id), designs)
    return isHistory(history) ? history : undefined
  } catch {
    // The design itself tells what is wrong with the storage; its history alone is no reason to.
    return undefined
  }
}

/** Keeps the history of a design. Where there is no room for it, the design goes without. */
export async function saveHistory(id: string, history: KeptHistory): Promise<void> {
  try {
    await set(historyKey(id), history, designs)
  } catch {
    // Saving the design tells the person of it; only undo after a reload is lost.
  }
}
