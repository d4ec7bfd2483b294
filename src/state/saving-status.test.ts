import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { emptyDesign } from '#core/model/document.ts'
import { openDesign, renameDesign } from './design.ts'
import { type DesignStorage, setStorage, useSaving, watchSaving } from './library.ts'

const written: string[] = []
let fails = false
let finish: (() => void)[] = []
const storage: DesignStorage = {
  save: async ({ name }) => {
    await new Promise<void>((done) => finish.push(done))
    written.push(name)
    return fails ? { ok: false, error: 'full' } : { ok: true, value: true }
  },
  list: () => Promise.resolve([]),
  load: () => Promise.reject(new Error('not asked')),
  setAside: () => Promise.resolve(),
  versions: () => Promise.resolve([]),
  addVersion: () => Promise.resolve({ ok: true, value: true }),
  history: () => Promise.resolve(undefined),
  saveHistory: async () => {
    written.push('history')
  },
  download: () => Promise.resolve(),
  remove: () => Promise.resolve({ ok: true, value: true }),
}
const listeners = { addEventListener: () => {}, removeEventListener: () => {} }
let stop = () => {}
const status = () => useSaving.getState().status
/** Lets time pass; what has begun to be written is written. */
async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds)
  for (const done of finish.splice(0)) done()
  await vi.advanceTimersByTimeAsync(0)
}

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('window', listeners)
  vi.stubGlobal('document', listeners)
  fails = false
  finish = []
  setStorage(storage)
  stop = watchSaving()
  openDesign('a', 'A', emptyDesign)
  await pass(2000)
  written.length = 0
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the page says that it saves from the edit on until design and history are written', async () => {
  expect(status()).toBe('saved')
  renameDesign('B')
  expect(status()).toBe('saving')
  await vi.advanceTimersByTimeAsync(300)
  expect([written, status()]).toEqual([[], 'saving'])
  await pass(0)
  expect([written, status()]).toEqual([['B'], 'saving'])
  await pass(500)
  expect([written, status()]).toEqual([['B', 'history'], 'saved'])
})

test('edits without a pause are written within a second', async () => {
  for (let key = 1; key <= 20; key += 1) {
    renameDesign('x'.repeat(key))
    await pass(45)
  }
  expect(written[0]?.length).toBeGreaterThan(15)
})

test('what the browser does not take is told until it takes it', async () => {
  fails = true
  renameDesign('B')
  await pass(1000)
  expect(status()).toEqual({ failure: 'full' })
  renameDesign('C')
  expect(status()).toEqual({ failure: 'full' })
  fails = false
  await pass(1000)
  expect(status()).toBe('saved')
})
