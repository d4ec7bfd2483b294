/** Journals of applies, an entry a line, kept in the browser beside the designs. */
import { promisifyRequest, set } from 'idb-keyval'
import { beginningWith, keptStore } from './database.ts'

const journals = keptStore('frontage-journals', 'journals')

/** Ends the name of a journal in the key of a line; what follows is the line's time and place. */
const after = '\n'
let last = { at: 0, place: 0 }

/** Keys of one page's lines stand in the order in which they were written, also where the clock went back. */
function keyOfNext(name: string): string {
  const at = Math.max(Date.now(), last.at)
  last = { at, place: at === last.at ? last.place + 1 : 0 }
  const order = [last.at, last.place].map((part) => String(part).padStart(15, '0')).join('.')
  return `${name}${after}${order}.${crypto.randomUUID()}`
}

/** An entry of a name alone has the lines of a whole journal, as they were once kept: its oldest. */
async function linesIn(keys: IDBKeyRange): Promise<readonly string[]> {
  const all = await journals.use('readonly', (store) => promisifyRequest<unknown[]>(store.getAll(keys)))
  return all.flatMap((lines) =>
    Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : [],
  )
}

/** The lines of a journal, oldest first; none where it does not exist. Rejects where the browser stores nothing. */
export const readJournalLines = (name: string): Promise<readonly string[]> =>
  linesIn(IDBKeyRange.bound(name, `${name}${after}\uffff`))

/** Adds a line; two tabs that add at once both stay in it. */
export const addJournalLine = (name: string, line: string): Promise<void> =>
  set(keyOfNext(name), [line], journals.use)

/** The lines of every journal whose name begins so. */
export const readJournalsOf = (beginning: string): Promise<readonly string[]> =>
  linesIn(beginningWith(beginning))
