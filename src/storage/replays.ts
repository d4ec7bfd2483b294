/** The last replay of each design: its report and the names of the log files. The log itself is never stored. */
import { get, set } from 'idb-keyval'
import { designs, replayKey } from './designs.ts'

/** Replays of other versions of this page are not read: reports change with it. */
const edition = 1

const isKept = (value: unknown): value is { readonly edition: number; readonly kept: object } =>
  typeof value === 'object' &&
  value !== null &&
  'edition' in value &&
  value.edition === edition &&
  'kept' in value &&
  typeof value.kept === 'object' &&
  value.kept !== null

/** The replay of a design; undefined where there is none. What it holds is what {@link saveReplay} was given. */
export async function loadReplay<Kept extends object>(id: string): Promise<Kept | undefined> {
  try {
    const value = await get<unknown>(replayKey(id), designs)
    return isKept(value) ? (value.kept as Kept) : undefined // saved by the same edition of the page
  } catch {
    // The design itself tells what is wrong with the storage.
    return undefined
  }
}

/** Keeps the replay of a design. Where there is no room for it, the design goes without. */
export async function saveReplay(id: string, kept: object): Promise<void> {
  try {
    await set(replayKey(id), { edition, kept }, designs)
  } catch {
    // Only the result after a reload is lost; the log can be replayed again.
  }
}
