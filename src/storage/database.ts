/**
 * The stores of the browser's database, as idb-keyval uses them, so that a page which the browser keeps for the way back
 * holds none of them up. A transaction that is open when its page is frozen keeps every page after it from reading and
 * writing, and in Safari's engine neither an answer nor an abort comes out of that page. So each is committed together
 * with the requests that it begins with, and needs nothing more of the page: what reads and then writes is two of them.
 */
import { promisifyRequest, type UseStore } from 'idb-keyval'

/** Resolved as soon as the page is not one that the browser keeps for the way back. */
let awake = Promise.resolve()
let wake = () => {}
/** What closes the connections that are open. */
const open = new Set<() => void>()

function closeWhenKept({ persisted }: PageTransitionEvent): void {
  if (!persisted) return
  awake = new Promise((done) => {
    wake = done
  })
  for (const close of open) close()
  open.clear()
}

let isWatched = false
function watch(): void {
  if (isWatched) return
  isWatched = true
  window.addEventListener('pagehide', closeWhenKept)
  window.addEventListener('pageshow', () => wake())
}

/** Begins a transaction with all its requests, and ends it there. */
function inOneStep<T>(
  connection: IDBDatabase,
  store: string,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => T,
): T {
  const transaction = connection.transaction(store, mode)
  const answer = act(transaction.objectStore(store))
  transaction.commit()
  return answer
}

/** All keys that begin so. */
export const beginningWith = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`)

export interface Kept {
  /** For idb-keyval, without its `update`: a second request, made with the answer to the first, is refused. */
  readonly use: UseStore
  /** Writes a value while the page is being left. False where there is no connection to do it by. */
  readonly writeAtOnce: (key: string, value: unknown) => boolean
}

/** One store of a database, made where there is none. */
export function keptStore(database: string, store: string): Kept {
  let opening: Promise<IDBDatabase> | undefined
  let connection: IDBDatabase | undefined
  const forget = () => {
    opening = undefined
    connection = undefined
  }
  const connect = (): Promise<IDBDatabase> => {
    const request = indexedDB.open(database)
    request.onupgradeneeded = () => request.result.createObjectStore(store)
    const opened = promisifyRequest(request)
    // What failed, or was closed by the browser, is opened again with the next use.
    opened.then((one) => {
      one.onclose = forget
      // The page may have been left before it was open.
      if (opening !== opened) return one.close()
      connection = one
      open.add(() => {
        one.close()
        forget()
      })
    }, forget)
    return opened
  }
  return {
    use: async (mode, act) => {
      watch()
      await awake
      opening ??= connect()
      return inOneStep(await opening, store, mode, act)
    },
    writeAtOnce: (key, value) => {
      if (!connection) return false
      inOneStep(connection, store, 'readwrite', (designs) => designs.put(value, key))
      return true
    },
  }
}
