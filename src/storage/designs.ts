/** Designs kept in the browser: one entry each, a list of them, and earlier versions. Failures are told, never swallowed. */
import { delMany, get, getMany, keys, promisifyRequest, set, setMany } from 'idb-keyval'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { beginningWith, keptStore } from './database.ts'
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

const kept = keptStore('frontage', 'designs')
/** The store of designs, their versions, histories and replays. */
export const designs = kept.use

/** Automatic versions of a design that are kept. */
const mostAutomatic = 20

export const historyKey = (id: string): string => `history:${id}`
export const replayKey = (id: string): string => `replay:${id}`

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError'
const reason = (error: unknown): string =>
  isFull(error)
    ? 'The browser has no room left; save the design to a file.'
    : 'The browser does not let this page store anything; save the design to a file.'

const entryKey = (id: string): string => `entry:${id}`
const versionsOf = (id: string): string => `version:${id}:`
const versionKey = (id: string, { at }: Version): string => versionsOf(id) + at
const valuesOf = (prefix: string): Promise<readonly unknown[]> =>
  designs('readonly', (store) => promisifyRequest<unknown[]>(store.getAll(beginningWith(prefix))))

/** With what the list says of it, so that the list is read without the designs. */
function write(design: SavedDesign): Promise<void> {
  const { document: _, ...entry } = design
  return setMany(
    [
      [`design:${design.id}`, design],
      [entryKey(design.id), entry],
    ],
    designs,
  )
}

/**
 * Saves a design while its page is being left. A transaction is begun for it only where there is no other way: in
 * Safari's engine one that begins then may be granted and never end, and no later page can read or write.
 */
export function saveDesignAtOnce(design: SavedDesign): void {
  if (writeLeft(design)) return
  try {
    kept.writeAtOnce(`design:${design.id}`, design)
  } catch {
    // The connection was closed by the browser, or it has no room: what was saved last stays.
  }
}

/** Takes in a design that a page wrote down as it was left, unless a later state of it is here. False where that failed. */
async function takeIn(left: SavedDesign): Promise<boolean> {
  const here = await get<unknown>(`design:${left.id}`, designs)
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
    const automatic = (await listVersions(design.id)).filter(({ label }) => label === undefined)
    const versions = automatic.map((version) => versionKey(design.id, version))
    await delMany([historyKey(design.id), replayKey(design.id), ...versions], designs)
    await write(design)
    return ok(true)
  } catch (error) {
    return failed(reason(error))
  }
}

/** What is known of designs without reading them, by their ids; where it is there twice, the latest. */
async function knownEntries(): Promise<ReadonlyMap<string, SavedEntry>> {
  // Once, they were all in one list.
  const [entries, list] = await Promise.all([valuesOf(entryKey('')), get<unknown>('list', designs)])
  const all = [...(Array.isArray(list) ? list : []), ...entries].filter(isEntry)
  return new Map(all.toSorted((a, b) => a.savedAt - b.savedAt).map((entry) => [entry.id, entry]))
}

/** The saved designs, the last one first; without entries that say nothing of a design. */
export async function listDesigns(): Promise<readonly SavedEntry[]> {
  try {
    await takeLeft(takeIn)
    const [all, known] = await Promise.all([keys<IDBValidKey>(designs), knownEntries()])
    const ids = all.map(String).flatMap((key) => /^design:(.*)/s.exec(key)?.[1] ?? [])
    // Written while the page was being left, when there was no time for more.
    const unknown = ids.filter((id) => !known.has(id)).map((id) => `design:${id}`)
    const read = unknown.length === 0 ? [] : await getMany<unknown>(unknown, designs)
    const others = read.filter(isDesign).map(({ document: _, ...entry }) => entry)
    return [...ids.flatMap((id) => known.get(id) ?? []), ...others.filter(isEntry)].toSorted(
      (a, b) => b.savedAt - a.savedAt,
    )
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
    const design = await get<unknown>(`design:${id}`, designs)
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
  JSON.stringify(await get<unknown>(`design:${id}`, designs), null, 2)

/** Puts a damaged entry aside under a key of its own, so that saving the design again does not overwrite it. */
export async function setAside(id: string): Promise<void> {
  const damaged = await get<unknown>(`design:${id}`, designs)
  await set(`damaged:${id}:${Date.now()}`, damaged, designs)
}

/** The kept versions of a design, the newest first; without those that cannot be read. */
export async function listVersions(id: string): Promise<readonly Version[]> {
  try {
    await partVersions(id)
    return (await valuesOf(versionsOf(id))).filter(isVersion).toSorted((a, b) => b.at - a.at)
  } catch {
    return []
  }
}

/** Once, the versions of a design were one list. */
async function partVersions(id: string): Promise<void> {
  const list = await get<unknown>(`versions:${id}`, designs)
  if (!Array.isArray(list)) return
  const versions = list.filter(isVersion)
  await setMany(
    versions.map((version) => [versionKey(id, version), version]),
    designs,
  )
  await delMany([`versions:${id}`], designs)
}

/** Keeps a version; the oldest automatic ones go when there are too many. */
export async function addVersion(id: string, version: Version): Promise<Result<true, string>> {
  try {
    await set(versionKey(id, version), version, designs)
    const automatic = (await listVersions(id)).filter(({ label }) => label === undefined)
    const surplus = automatic.slice(mostAutomatic).map((one) => versionKey(id, one))
    await delMany(surplus, designs)
    return ok(true)
  } catch (error) {
    return failed(reason(error))
  }
}

/** Removes a design with its versions and its history. */
export async function removeDesign(id: string): Promise<Result<true, string>> {
  try {
    await designs('readwrite', (store) => {
      const known = [`design:${id}`, entryKey(id), `versions:${id}`, historyKey(id), replayKey(id)]
      for (const key of [...known, beginningWith(versionsOf(id))]) store.delete(key)
      return promisifyRequest(store.transaction)
    })
    return ok(true)
  } catch (error) {
    return failed(reason(error))
  }
}
