/** Journals of applies, one line a step, kept in the browser beside the designs. */
import { createStore, get, type UseStore, update } from 'idb-keyval'

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
