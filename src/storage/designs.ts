/** Designs kept in the browser: one entry each, a list of them, and earlier versions. Failures are told, never swallowed. */
import { delMany, get, getMany, keys, set, update } from 'idb-keyval'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { designs, writeAtOnce } from './database.ts'
import { takeLeft, writeLeft } from './left.ts'
import {
  isDesign,
  isEntry,
  isNewer,
  isVersion,
  type SavedDesign,
  type SavedEntry,
  type Version,
} from './saved.ts'

/** Automatic versions of a design that are kept. */
const mostAutomatic = 20

export const historyKey = (id: string): string => `history:${id}`
export const replayKey = (id: string): string => `replay:${id}`

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError'
const reason = (error: unknown): string =>
  isFull(error)
    ? 'The browser has no room left; save the design to a file.'
    : 'The browser does not let this page store anything; save the design to a file.'

/** The list is changed in one transaction: two tabs that save at once both stay in it. */
const changeList = (change: (list: readonly SavedEntry[]) => readonly SavedEntry[]): Promise<void> =>
  update<readonly SavedEntry[]>('list', (list) => change(Array.isArray(list) ? list : []), designs())

async function write(design: SavedDesign): Promise<void> {
  const { document: _, ...entry } = design
  await set(`design:${design.id}`, design, designs())
  await changeList((list) => [entry, ...list.filter(({ id }) => id !== design.id)])
}

/**
 * Saves a design while its page is being left. A transaction is begun for it only where there is no other way: in
 * Safari's engine one that begins then may be granted and never end, and no later page can read or write.
 */
export function saveDesignAtOnce(design: SavedDesign): void {
  if (writeLeft(design)) return
  try {
    writeAtOnce(`design:${design.id}`, design)
  } catch {
    // The connection was closed by the browser, or it has no room: what was saved last stays.
  }
}

/** Takes in a design that a page wrote down as it was left, unless a later state of it is here. False where that failed. */
async function takeIn(left: SavedDesign): Promise<boolean> {
  const here = await get<unknown>(`design:${left.id}`, designs())
  if (isEntry(here) && here.savedAt >= left.savedAt) return true
  return (await saveDesign(left)).ok
}

/** Saves a design and its entry in the list. Where the browser is full, its history, its replay and its automatic versions make room. */
export async function saveDesign(design: SavedDesign): Promise<Result<true, string>> {
  try {
    await write(design)
    return ok(true)
  } catch (error) {
    if (!isFull(error)) return failed(reason(error))
  }
  try {
    await delMany([historyKey(design.id), replayKey(design.id)], designs())
    await changeVersions(design.id, (versions) => versions.filter(({ label }) => label !== undefined))
    await write(design)
    return ok(true)
  } catch (error) {
    return failed(reason(error))
  }
}

/** Designs that were written while the page was being left, when there was no time for their place in the list. */
async function unlisted(list: readonly SavedEntry[]): Promise<readonly SavedEntry[]> {
  const listed = new Set(list.map(({ id }) => `design:${id}`))
  const missing = (await keys<IDBValidKey>(designs())).filter(
    (key) => typeof key === 'string' && key.startsWith('design:') && !listed.has(key),
  )
  const found = missing.length === 0 ? [] : await getMany<unknown>(missing, designs())
  return found.filter(isDesign).map(({ document: _, ...entry }) => entry)
}

/** The saved designs, the last one first; without entries that say nothing of a design. */
export async function listDesigns(): Promise<readonly SavedEntry[]> {
  try {
    await takeLeft(takeIn)
    const kept = await get<unknown>('list', designs())
    const list = Array.isArray(kept) ? kept.filter(isEntry) : []
    const others = (await unlisted(list)).filter(isEntry)
    return others.length === 0 ? list : [...others, ...list].toSorted((a, b) => b.savedAt - a.savedAt)
  } catch {
    // Without storage there is nothing to list; saving tells the person why.
    return []
  }
}

/** Why a saved design does not open: it is damaged, or the browser keeps its storage closed. */
export interface LoadFailure {
  readonly isDamaged: boolean
  readonly message: string
}

export async function loadDesign(id: string): Promise<Result<SavedDesign, LoadFailure>> {
  try {
    await takeLeft(takeIn)
    const design = await get<unknown>(`design:${id}`, designs())
    if (design === undefined)
      return failed({ isDamaged: false, message: 'The design is no longer in this browser.' })
    if (isDesign(design)) return ok(design)
    return failed({
      isDamaged: true,
      message: isNewer(design)
        ? 'The saved design was made by a newer version of Frontage.'
        : 'The saved design is damaged.',
    })
  } catch (error) {
    return failed({ isDamaged: false, message: reason(error) })
  }
}

/** What is stored of a design, whole or not. */
export const storedText = async (id: string): Promise<string> =>
  JSON.stringify(await get<unknown>(`design:${id}`, designs()), null, 2)

/** Puts a damaged entry aside under a key of its own, so that saving the design again does not overwrite it. */
export async function setAside(id: string): Promise<void> {
  const damaged = await get<unknown>(`design:${id}`, designs())
  await set(`damaged:${id}:${Date.now()}`, damaged, designs())
}

const changeVersions = (
  id: string,
  change: (versions: readonly Version[]) => readonly Version[],
): Promise<void> =>
  update<readonly Version[]>(
    `versions:${id}`,
    (versions) => change(Array.isArray(versions) ? versions : []),
    designs(),
  )

/** The kept versions of a design, the newest first; without those that cannot be read. */
export async function listVersions(id: string): Promise<readonly Version[]> {
  try {
    const versions = await get<unknown>(`versions:${id}`, designs())
    return Array.isArray(versions) ? versions.filter(isVersion) : []
  } catch {
    return []
  }
}

/** Keeps a version; the oldest automatic ones go when there are too many. */
export async function addVersion(id: string, version: Version): Promise<Result<true, string>> {
  try {
    await changeVersions(id, (versions) => {
      let automatic = 0
      return [version, ...versions].filter(({ label }) => {
        if (label === undefined) automatic += 1
        return label !== undefined || automatic <= mostAutomatic
      })
    })
    return ok(true)
  } catch (error) {
    return failed(reason(error))
  }
}

/** Removes a design with its versions and its history. */
export async function removeDesign(id: string): Promise<Result<true, string>> {
  try {
    await changeList((list) => list.filter((entry) => entry.id !== id))
    await delMany([`design:${id}`, `versions:${id}`, historyKey(id), replayKey(id)], designs())
    return ok(true)
  } catch (error) {
    return failed(reason(error))
  }
}
