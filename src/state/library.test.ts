import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { setAt } from '#core/model/edit.ts'
import { keepHistory } from '#core/model/kept-history.ts'
import { distribution } from '#fixtures/build.ts'
import { commit, currentDocument, openDesign, undo, useDesign } from './design.ts'
import {
  type DesignStorage,
  keepVersion,
  listVersions,
  openSaved,
  removeSaved,
  restoreVersion,
  type SavedVersion,
  setStorage,
  useSaving,
  watchSaving,
} from './library.ts'
import { useSession } from './session.ts'

const saved = distribution({ Comment: 'saved' })
const kept = distribution({ Comment: 'kept' })
let versions: SavedVersion[] = []
const aside: string[] = []
const storage: DesignStorage = {
  save: () => Promise.resolve({ ok: true, value: true }),
  list: () => Promise.resolve([{ id: 'a', name: 'A', savedAt: 1 }]),
  load: (id) => Promise.resolve({ ok: true, value: { id, name: 'A', savedAt: 1, document: saved } }),
  setAside: async (id) => {
    aside.push(id)
  },
  versions: () => Promise.resolve(versions),
  addVersion: async (_, version) => {
    versions = [version, ...versions]
    return { ok: true, value: true }
  },
  history: () => Promise.resolve(undefined),
  saveHistory: () => Promise.resolve(),
  download: () => Promise.resolve(),
  remove: () => Promise.resolve({ ok: false, error: 'The browser does not let go.' }),
}
const damaged: DesignStorage = {
  ...storage,
  load: () => Promise.resolve({ ok: false, error: { isDamaged: true, message: 'It is damaged.' } }),
}
const message = () => useSession.getState().message

beforeEach(() => {
  versions = []
  aside.length = 0
  setStorage(storage)
  openDesign('', 'Untitled design', distribution())
})

test('a saved design opens with its name, and with its history where that is whole', async () => {
  openDesign('a', 'A', distribution({ Comment: 'before' }))
  commit(setAt(['resources', 'Site', 'config', 'Comment'], 'saved'))
  const history = keepHistory(useDesign.getState().history, 1_000_000)
  setStorage({ ...storage, history: () => Promise.resolve(history) })
  openDesign('', '', distribution())
  expect(await openSaved('a')).toBe(true)
  expect(useDesign.getState()).toMatchObject({ id: 'a', name: 'A' })
  undo()
  expect(currentDocument().resources['Site']).toMatchObject({ config: { Comment: 'before' } })
})

test('a damaged design is put aside, not overwritten, and its newest version is open', async () => {
  setStorage(damaged)
  versions = [{ at: 2, document: kept }]
  expect(await openSaved('a')).toBe(true)
  expect(aside).toEqual(['a'])
  expect(currentDocument()).toEqual(kept)
  expect(message()).toContain('It is damaged.')
})

test('a damaged design without a version is left where it is, and nothing opens', async () => {
  setStorage(damaged)
  expect(await openSaved('a')).toBe(false)
  expect(aside).toEqual([])
  expect(useDesign.getState().id).toBe('')
  expect(message()).toContain('left where it is')
})

test('an answer that comes after the page has given up opens nothing', async () => {
  const late = new AbortController()
  const opening = openSaved('a', late.signal)
  late.abort()
  expect(await opening).toBe(false)
  expect(useDesign.getState().id).toBe('')
})

test('a version is kept as the design was, and undo leads back from it', async () => {
  await openSaved('a')
  await keepVersion('good')
  commit(setAt(['resources', 'Site', 'config', 'Comment'], 'later'))
  const [version] = await listVersions()
  if (!version) throw new Error('No version was kept.')
  restoreVersion(version)
  expect(currentDocument().resources['Site']).toMatchObject({ config: { Comment: 'saved' } })
  undo()
  expect(currentDocument().resources['Site']).toMatchObject({ config: { Comment: 'later' } })
})

test('a design that was removed comes back with its versions, the newest first; a damaged one is put aside', async () => {
  const before: SavedVersion[] = [
    { at: 2, document: saved },
    { at: 1, label: 'first', document: kept },
  ]
  versions = before
  const again: string[] = []
  const remove = async () => {
    versions = []
    return { ok: true, value: true } as const
  }
  const save: DesignStorage['save'] = async ({ name }) => {
    again.push(name)
    return { ok: true, value: true }
  }
  setStorage({ ...storage, remove, save })
  const undoRemoval = await removeSaved('a')
  expect(versions).toEqual([])
  await undoRemoval?.()
  expect([again, versions]).toEqual([['A'], before])
  setStorage({ ...damaged, remove })
  expect(await removeSaved('b')).toBeUndefined()
  expect([aside, message()]).toEqual([['b'], 'The damaged design is no longer listed; it was put aside.'])
})

test('what the browser refuses to remove is told', async () => {
  await removeSaved('a')
  expect(message()).toBe('The browser does not let go.')
})

test('a save that the browser does not answer is told as failed, and as saved once it is', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  vi.stubGlobal('document', new EventTarget())
  vi.stubGlobal('window', new EventTarget())
  onTestFinished(() => void vi.unstubAllGlobals())
  let answer = () => {}
  const answered = new Promise<{ ok: true; value: true }>((resolve) => {
    answer = () => resolve({ ok: true, value: true })
  })
  setStorage({ ...storage, save: () => answered })
  openDesign('a', 'A', distribution())
  onTestFinished(watchSaving())
  commit(setAt(['resources', 'Site', 'config', 'Comment'], 'not saved'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(useSaving.getState().status).toBe('saving')
  await vi.advanceTimersByTimeAsync(400)
  expect(useSaving.getState().status).toMatchObject({ failure: expect.stringContaining('does not respond') })
  expect(message()).toContain('Save it to a file')
  answer()
  await vi.advanceTimersByTimeAsync(1)
  expect(useSaving.getState().status).toBe('saved')
})
