/** Designs kept in the browser: one entry each, and a list of them. Failures are told, never swallowed. */
import { createStore, del, get, set, type UseStore } from 'idb-keyval'
import type { DesignDocument } from '#core/model/document.ts'
import { failed, ok, type Result } from '#core/model/result.ts'

export interface SavedDesign {
  readonly id: string
  readonly name: string
  /** Milliseconds since the epoch. */
  readonly savedAt: number
  readonly document: DesignDocument
}
export type SavedEntry = Omit<SavedDesign, 'document'>

let store: UseStore | undefined
const designs = (): UseStore => {
  store ??= createStore('frontage', 'designs')
  return store
}

const reason = (error: unknown): string => {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'QuotaExceededError') return 'The browser has no room left; export the design to a file.'
  return 'The browser does not let this page store anything; export the design to a file.'
}

/** Saves a design and its entry in the list. */
export async function saveDesign(design: SavedDesign): Promise<Result<true, string>> {
  try {
    const { document: _, ...entry } = design
    const list = (await get<readonly SavedEntry[]>('list', designs())) ?? []
    await set(`design:${design.id}`, design, designs())
    await set('list', [entry, ...list.filter(({ id }) => id !== design.id)], designs())
    return ok(true)
  } catch (error) {
    return failed(reason(error))
  }
}

/** The saved designs, the last one first. */
export async function listDesigns(): Promise<readonly SavedEntry[]> {
  try {
    return (await get<readonly SavedEntry[]>('list', designs())) ?? []
  } catch {
    // Without storage there is nothing to list; saving tells the person why.
    return []
  }
}

export async function loadDesign(id: string): Promise<Result<SavedDesign, string>> {
  try {
    const design = await get<SavedDesign>(`design:${id}`, designs())
    const isWhole = design?.document?.formatVersion === 1 && typeof design.document.resources === 'object'
    return isWhole ? ok(design) : failed('The saved design is damaged and was left where it is.')
  } catch (error) {
    return failed(reason(error))
  }
}

export async function removeDesign(id: string): Promise<void> {
  const list = await listDesigns()
  await set(
    'list',
    list.filter((entry) => entry.id !== id),
    designs(),
  )
  await del(`design:${id}`, designs())
}
