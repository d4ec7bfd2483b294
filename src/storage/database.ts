import { promisifyRequest, type UseStore } from 'idb-keyval'

const [database, store] = ['frontage', 'designs'] as const

let opening: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database)
  request.onupgradeneeded = () => request.result.createObjectStore(store)
  const opened = promisifyRequest(request)
  const forget = () => {
    opening = undefined
  }
  // What failed, or was closed by the browser, is opened again with the next use.
  opened.then((connection) => {
    connection.onclose = forget
  }, forget)
  return opened
}

const use: UseStore = async (mode, act) => {
  opening ??= open()
  return act((await opening).transaction(store, mode).objectStore(store))
}

/**
 * A page that the browser keeps for the way back must not hold a connection: one frozen with a transaction open keeps
 * every page after it from reading. The next use opens another.
 */
function closeWhenKept({ persisted }: PageTransitionEvent): void {
  if (!persisted) return
  void opening?.then((connection) => connection.close())
  opening = undefined
}

let isWatched = false
/** The store of designs, their versions and their histories. */
export function designs(): UseStore {
  if (!isWatched) window.addEventListener('pagehide', closeWhenKept)
  isWatched = true
  return use
}
