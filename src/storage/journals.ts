/** Journals of applies, one line a step, kept in the browser beside the designs. */
import { createStore, entries, get, type UseStore, update } from 'idb-keyval'

let store: UseStore | undefined
const journals = (): UseStore => {
  store ??= createStore('frontage-journals', 'journals')
  return store
}

/** The lines of a journal, oldest first; none where it does not exist. Rejects where the browser stores nothing. */
export async function readJournalLines(name: string): Promise<readonly string[]> {
  const lines = await get<readonly string[]>(name, journals())
  return Array.isArray(lines) ? lines : []
}

/** Adds a line; two tabs that add at once both stay in it. */
export const addJournalLine = (name: string, line: string): Promise<void> =>
  update<readonly string[]>(name, (lines) => [...(Array.isArray(lines) ? lines : []), line], journals())

/** The lines of every journal whose name begins so. */
export async function readJournalsOf(beginning: string): Promise<readonly string[]> {
  const all = await entries<string, readonly string[]>(journals())
  return all.flatMap(([name, lines]) => (name.startsWith(beginning) && Array.isArray(lines) ? lines : []))
}
