/** The designs kept in this browser: a port to the storage, autosave over it, and earlier versions. */

import { create } from 'zustand'
import { applyVersion } from '#core/edits/versions.ts'
import { wholeDesign } from '#core/formats/whole-design.ts'
import type { Result } from '#core/ground/result.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { type KeptHistory, keepHistory, resumeHistory } from '#core/model/kept-history.ts'
import { commit, currentDocument, type DesignState, openDesign, resumeDesign, useDesign } from './design.ts'
import { announce, select } from './session.ts'

export interface SavedEntry {
  readonly id: string
  readonly name: string
  readonly savedAt: number
}
export interface SavedVersion {
  readonly at: number
  readonly label?: string
  readonly document: DesignDocument
}
type Loaded = SavedEntry & { readonly document: DesignDocument }
export interface DesignStorage {
  /** In one step, while the page is being left. */
  readonly saveAtOnce?: (design: Loaded) => void
  /** What a page so wrote down of a design and none has taken in since. */
  readonly left?: (id: string) => Loaded | undefined
  readonly save: (design: Loaded) => Promise<Result<true, string>>
  readonly list: () => Promise<readonly SavedEntry[]>
  readonly load: (
    id: string,
  ) => Promise<Result<Loaded, { readonly isDamaged: boolean; readonly message: string }>>
  /** Keeps a damaged design where saving does not overwrite it. */
  readonly setAside: (id: string) => Promise<void>
  readonly versions: (id: string) => Promise<readonly SavedVersion[]>
  readonly addVersion: (id: string, version: SavedVersion) => Promise<Result<true, string>>
  /** The undo history of a design; undefined where there is none that is whole. */
  readonly history: (id: string) => Promise<KeptHistory | undefined>
  readonly saveHistory: (id: string, history: KeptHistory) => Promise<void>
  readonly remove: (id: string) => Promise<Result<true, string>>
  /** Hands what is stored of a design, whole or not, to the person as a file. */
  readonly download: (id: string, name: string) => Promise<void>
}
export type SaveStatus = 'saved' | 'saving' | { readonly failure: string }

export const useSaving = create<{ readonly status: SaveStatus }>()(() => ({ status: 'saved' }))

let storage: DesignStorage | undefined
/** Saving waits for a pause in the edits, but never longer than `longest`: a crash costs less than a second. */
const pause = 300
const longest = 800
/** The history is larger than the design and less dear: it is saved in a longer pause. */
const historyPause = 500
/** What is kept of a history, in characters: hundreds of steps of a large design. */
const historyBudget = 8_000_000
/** An automatic version is kept when the last one is older than this. */
const versionEvery = 5 * 60_000

/** How long a save may take before the person is told of it, in milliseconds. */
const patience = 10_000
const silence =
  'The browser does not respond when asked to save the design. Save it to a file, or close the other tabs of this page.'

/** Names the storage; the composition root does it once. */
export const setStorage = (port: DesignStorage): void => {
  storage = port
}

export const listSaved = (): Promise<readonly SavedEntry[]> => storage?.list() ?? Promise.resolve([])

/** The designs of this browser as they were last listed, so that they are there when the start page is drawn. */
export const useSaved = create<{ readonly entries: readonly SavedEntry[] }>()(() => ({ entries: [] }))
export async function refreshSaved(): Promise<void> {
  useSaved.setState({ entries: await listSaved() })
}

/** Removes a design from the browser; gives what brings it back, with its versions and its history. */
export async function removeSaved(id: string): Promise<(() => Promise<void>) | undefined> {
  if (!storage) return undefined
  const port = storage
  const [design, versions, history] = await Promise.all([port.load(id), port.versions(id), port.history(id)])
  if (!design.ok && design.error.isDamaged) await port.setAside(id)
  const removed = await port.remove(id)
  if (!removed.ok) announce(removed.error)
  else if (!design.ok) announce('The damaged design is no longer listed; it was put aside.')
  if (!removed.ok || !design.ok) return undefined
  return async () => {
    const saved = await port.save(design.value)
    if (!saved.ok) announce(saved.error)
    for (const version of versions.toReversed()) await port.addVersion(id, version)
    if (history) await port.saveHistory(id, history)
  }
}

/** A saved design without opening it; undefined where it is not whole. */
export async function savedDocument(id: string): Promise<DesignDocument | undefined> {
  const loaded = await storage?.load(id)
  const whole = loaded?.ok ? wholeDesign(loaded.value.document) : undefined
  return whole?.ok ? whole.value : undefined
}

async function saveAs(from: string, to: string, name: string): Promise<boolean> {
  if (!storage) return false
  const loaded = await storage.load(from)
  if (!loaded.ok) {
    announce(loaded.error.message)
    return false
  }
  const saved = await storage.save({ ...loaded.value, id: to, name, savedAt: Date.now() })
  if (!saved.ok) announce(saved.error)
  return saved.ok
}

/** Gives a saved design another name. */
export const renameSaved = (id: string, name: string): Promise<boolean> => saveAs(id, id, name)

/** Makes a copy of a saved design beside it. */
export const duplicateSaved = (id: string, name: string): Promise<boolean> =>
  saveAs(id, crypto.randomUUID(), `${name} (copy)`)

/** A damaged design opens as its newest version that is whole; the damaged one is put aside, not thrown away. */
async function openNewestVersion(port: DesignStorage, id: string, why: string): Promise<boolean> {
  const version = (await port.versions(id)).find(({ document }) => wholeDesign(document).ok)
  const name = (await port.list()).find((entry) => entry.id === id)?.name ?? 'Untitled design'
  const keepIt = { label: 'Download it', run: () => void port.download(id, name) }
  if (!version) {
    announce(`${why} There is no earlier version of “${name}”; it was left where it is.`, keepIt)
    return false
  }
  await port.setAside(id)
  openDesign(id, name, version.document)
  const time = new Date(version.at).toLocaleString()
  announce(`${why} The version of ${time} is open instead; what was saved last was put aside.`, keepIt)
  return true
}

const isWholeHistory = (history: KeptHistory | undefined): boolean =>
  history !== undefined &&
  [history.present, ...[...history.past, ...history.future].map(({ document }) => document)].every(
    (document) => wholeDesign(document).ok,
  )

/** Opens a saved design; tells why where it cannot. Where the answer comes after the abort, nothing is opened. */
export async function openSaved(id: string, signal?: AbortSignal): Promise<boolean> {
  // Both at once: each answer of the browser's takes its time.
  const [loaded, history] = await Promise.all([storage?.load(id), storage?.history(id)])
  if (!loaded || !storage || signal?.aborted) return false
  if (loaded.ok) {
    const { id: opened, name, document } = loaded.value
    const whole = wholeDesign(document)
    if (!whole.ok) return openNewestVersion(storage, id, `The saved design is damaged: ${whole.error}`)
    resumeDesign(opened, name, resumeHistory(isWholeHistory(history) ? history : undefined, whole.value))
    return true
  }
  if (loaded.error.isDamaged) return openNewestVersion(storage, id, loaded.error.message)
  announce(loaded.error.message)
  return false
}

/** Opens a design as its page was left, where the browser does not answer about what is saved; false where nothing was left. */
export function openLeft(id: string): boolean {
  const left = storage?.left?.(id)
  const whole = left && wholeDesign(left.document)
  if (!left || !whole?.ok) return false
  openDesign(id, left.name, whole.value)
  return true
}

let lastVersion: { readonly id: string; readonly at: number } | undefined

async function keepAutomaticVersion(
  port: DesignStorage,
  id: string,
  document: DesignDocument,
): Promise<void> {
  if (lastVersion?.id !== id) {
    const [newest] = await port.versions(id)
    lastVersion = { id, at: newest?.at ?? 0 }
  }
  const now = Date.now()
  if (now - lastVersion.at < versionEvery) return
  lastVersion = { id, at: now }
  await port.addVersion(id, { at: now, document })
}

/** Edits that wait to be written, writes under way, and why the last one failed: the status is made of these. */
const unsaved = { waiting: false, underway: 0, failure: '' }

function tellStatus(): void {
  const { waiting, underway, failure } = unsaved
  const status = waiting || underway > 0 ? 'saving' : 'saved'
  useSaving.setState({ status: failure === '' ? status : { failure } })
}

async function whileUnderway<T>(writing: Promise<T>): Promise<T> {
  unsaved.underway += 1
  try {
    return await writing
  } finally {
    unsaved.underway -= 1
  }
}

async function write(port: DesignStorage, { id, name, history }: DesignState): Promise<Result<true, string>> {
  const saved = await port.save({ id, name, savedAt: Date.now(), document: history.present })
  if (saved.ok) await keepAutomaticVersion(port, id, history.present)
  // The list that the start page draws has it by then.
  if (saved.ok && !useSaved.getState().entries.some((entry) => entry.id === id)) await refreshSaved()
  return saved
}

/** The bar shows a failure as long as it lasts; those who do not see it are told when it begins. */
function tellFailure(failure: string): void {
  if (failure !== '' && unsaved.failure === '') announce(failure)
  unsaved.failure = failure
  tellStatus()
}

async function save(design: DesignState): Promise<void> {
  if (design.id === '' || !storage) return
  const slow = setTimeout(tellFailure, patience, silence)
  const saved = await whileUnderway(write(storage, design))
  clearTimeout(slow)
  tellFailure(saved.ok ? '' : saved.error)
}

async function saveHistory({ id, history }: DesignState): Promise<void> {
  if (id === '' || !storage || unsaved.failure !== '') return
  await whileUnderway(storage.saveHistory(id, keepHistory(history, historyBudget)))
  tellStatus()
}

/** The versions of the open design, the newest first. */
export const listVersions = (): Promise<readonly SavedVersion[]> =>
  storage?.versions(useDesign.getState().id) ?? Promise.resolve([])

/** Keeps the design as it is now under a name. */
export async function keepVersion(label: string): Promise<void> {
  const kept = await storage?.addVersion(useDesign.getState().id, {
    at: Date.now(),
    label,
    document: currentDocument(),
  })
  if (kept) announce(kept.ok ? `“${label}” was kept.` : kept.error)
}

/** Takes the design back to a version; undo takes it forward again. */
export function restoreVersion({ at, label, document }: SavedVersion): void {
  const name = label ?? new Date(at).toLocaleString()
  commit(applyVersion(document, `Restore version “${name}”`))
  select(undefined)
  announce(`The version “${name}” is back; undo brings back what was there before.`)
}

interface Leaving {
  readonly end: () => void
  readonly hide: (event: PageTransitionEvent) => void
  readonly show: (event: PageTransitionEvent) => void
}

/** Tells when the page is left, kept and come back to; returns how to stop. */
function whenLeft({ end, hide, show }: Leaving): () => void {
  const leave = () => {
    if (document.visibilityState === 'hidden') end()
  }
  const warn = (event: BeforeUnloadEvent) => {
    // What the browser did not take is lost with the page.
    if (typeof useSaving.getState().status === 'object') event.preventDefault()
  }
  document.addEventListener('visibilitychange', leave)
  // Before the storage closes its connection.
  window.addEventListener('pagehide', hide, true)
  window.addEventListener('pageshow', show)
  window.addEventListener('beforeunload', warn)
  return () => {
    document.removeEventListener('visibilitychange', leave)
    window.removeEventListener('pagehide', hide, true)
    window.removeEventListener('pageshow', show)
    window.removeEventListener('beforeunload', warn)
  }
}

/** Saves the open design shortly after each change, and at once when it or the page is left. */
export function watchSaving(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let historyTimer: ReturnType<typeof setTimeout> | undefined
  let waitingSince = 0
  const settle = () => {
    unsaved.waiting = waitingSince !== 0 || historyTimer !== undefined
    tellStatus()
  }
  const run = (design = useDesign.getState()) => {
    clearTimeout(timer)
    waitingSince = 0
    void save(design)
    settle()
  }
  const runHistory = (design = useDesign.getState()) => {
    clearTimeout(historyTimer)
    historyTimer = undefined
    void saveHistory(design)
    settle()
  }
  const stop = useDesign.subscribe((now, before) => {
    const isOther = now.id !== before.id
    if (now.history.present === before.history.present && now.name === before.name && !isOther) return
    if (isOther) {
      // The design that is left has its last edits waiting; one that is only opened has the history it came with.
      if (waitingSince !== 0) run(before)
      if (historyTimer !== undefined) runHistory(before)
    } else {
      clearTimeout(historyTimer)
      historyTimer = setTimeout(runHistory, historyPause)
    }
    const time = Date.now()
    if (waitingSince === 0) waitingSince = time
    clearTimeout(timer)
    timer = setTimeout(run, Math.max(0, Math.min(pause, longest - (time - waitingSince))))
    settle()
  })
  const end = () => {
    if (waitingSince !== 0) run()
    if (historyTimer !== undefined) runHistory()
  }
  const hide = ({ persisted }: PageTransitionEvent) => {
    const { id, name, history } = useDesign.getState()
    // A page that is left may do nothing more, and one that is kept for the way back may never come back.
    if (id !== '' && (waitingSince !== 0 || unsaved.underway > 0))
      storage?.saveAtOnce?.({ id, name, savedAt: Date.now(), document: history.present })
    // In a page that is kept nothing begins: its timers go on with the way back, and it may be frozen in the middle.
    if (!persisted) end()
  }
  const show = ({ persisted }: PageTransitionEvent) => {
    if (persisted && unsaved.failure !== '') run()
  }
  const stopListening = whenLeft({ end, hide, show })
  return () => {
    clearTimeout(timer)
    clearTimeout(historyTimer)
    stopListening()
    stop()
  }
}

/** A design that the open one can be compared with. */
export interface Earlier {
  readonly value: string
  readonly label: string
  readonly document: DesignDocument
}
const versionName = ({ at, label }: SavedVersion) => label ?? `Automatic, ${new Date(at).toLocaleString()}`

/** The design as it was opened and its saved versions, the newest first. */
export async function earlierDesigns(): Promise<readonly Earlier[]> {
  const opened = useDesign.getState().history.past[0]?.document
  return [
    ...(opened ? [{ value: 'opened', label: 'The design as it was opened', document: opened }] : []),
    ...(await listVersions()).map((version) => ({
      value: String(version.at),
      label: versionName(version),
      document: version.document,
    })),
  ]
}
