import { promisifyRequest, type UseStore } from 'idb-keyval'

const [database, store] = ['frontage', 'designs'] as const

let opening: Promise<IDBDatabase> | undefined
/** The same as soon as it is open. */
let connection: IDBDatabase | undefined

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database)
  request.onupgradeneeded = () => request.result.createObjectStore(store)
  const opened = promisifyRequest(request)
  const forget = () => {
    opening = undefined
    connection = undefined
  }
  // What failed, or was closed by the browser, is opened again with the next use.
  opened.then((one) => {
    one.onclose = forget
    // The page may have been left before it was open.
    if (opening === opened) connection = one
    else one.close()
  }, forget)
  return opened
}

/** Resolved as soon as the page is not one that the browser keeps for the way back. */
let awake = Promise.resolve()
let wake = () => {}
/** Transactions that have begun and not ended. */
const begun = new Set<IDBTransaction>()

const use: UseStore = async (mode, act) => {
  await awake
  opening ??= open()
  const transaction = (await opening).transaction(store, mode)
  begun.add(transaction)
  for (const end of ['complete', 'abort'])
    transaction.addEventListener(end, () => begun.delete(transaction), { once: true })
  return act(transaction.objectStore(store))
}

/**
 * Writes a value while the page is being left, in one step that needs no answer of the page: whatever is written in
 * several ends in the middle where the browser freezes the page. False where there is no connection to do it by.
 */
export function writeAtOnce(key: string, value: unknown): boolean {
  if (!connection) return false
  const transaction = connection.transaction(store, 'readwrite')
  transaction.objectStore(store).put(value, key)
  transaction.commit()
  return true
}

/**
 * A page that the browser keeps for the way back must not hold a connection: one frozen with a transaction open keeps
 * every page after it from reading and writing. What had begun is given up, what begins now waits for the way back.
 */
function closeWhenKept({ persisted }: PageTransitionEvent): void {
  if (!persisted) return
  for (const transaction of begun) transaction.abort()
  connection?.close()
  connection = undefined
  opening = undefined
  awake = new Promise((done) => {
    wake = done
  })
}

let isWatched = false
/** The store of designs, their versions and their histories. */
export function designs(): UseStore {
  if (!isWatched) {
    window.addEventListener('pagehide', closeWhenKept)
    window.addEventListener('pageshow', () => wake())
  }
  isWatched = true
  return use
}
