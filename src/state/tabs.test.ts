/** Two tabs over the runtime's own channel: this page, and another one that is a plain channel. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setAt } from '#core/model/edit.ts'
import { distribution } from '#fixtures/build.ts'
import { commit, currentDocument, openDesign, undo, useDesign } from './design.ts'
import { useSession } from './session.ts'
import { useTabs, watchTabs } from './tabs.ts'

const comment = ['resources', 'Site', 'config', 'Comment']
const written = () => currentDocument().resources['Site']?.config as { Comment?: string } | undefined
let other = new BroadcastChannel('frontage')
let heard: { is: string; id: string; name?: string; document?: unknown }[] = []
let stop = () => {}

beforeEach(() => {
  vi.stubGlobal('window', { addEventListener: () => {}, removeEventListener: () => {} })
  heard = []
  other = new BroadcastChannel('frontage')
  other.onmessage = ({ data }: MessageEvent) => heard.push(data as (typeof heard)[number])
  openDesign('a', 'A', distribution({ Comment: '0' }))
  stop = watchTabs()
})
afterEach(() => {
  stop()
  other.close()
  vi.unstubAllGlobals()
})
const edit = (text: string, id = 'a') =>
  other.postMessage({ is: 'edit', id, name: 'A', document: distribution({ Comment: text }) })

test('alone, a tab sends nothing of its edits', async () => {
  commit(setAt(comment, '1'))
  await vi.waitFor(() => expect(heard.map(({ is }) => is)).toEqual(['here']))
  expect(useTabs.getState().isShared).toBe(false)
})

test('an edit of another tab appears, is not sent back, and undo takes it back', async () => {
  edit('theirs')
  await vi.waitFor(() => expect(written()?.Comment).toBe('theirs'))
  commit(setAt(comment, 'mine'))
  await vi.waitFor(() => expect(heard.some(({ is }) => is === 'edit')).toBe(true))
  expect(heard.filter(({ is }) => is === 'edit').map(({ document }) => JSON.stringify(document))).toEqual([
    JSON.stringify(currentDocument()),
  ])
  undo()
  expect(written()?.Comment).toBe('theirs')
})

test('edits made at the same moment are not lost: theirs is shown, undo brings ours', async () => {
  other.postMessage({ is: 'here', id: 'a', asks: false })
  await vi.waitFor(() => expect(useTabs.getState().isShared).toBe(true))
  commit(setAt(comment, 'ours'))
  edit('theirs')
  await vi.waitFor(() => expect(written()?.Comment).toBe('theirs'))
  expect(useSession.getState().message).toContain('at the same moment')
  undo()
  expect(written()?.Comment).toBe('ours')
})

test('what is said of another design is not heard', async () => {
  edit('of another', 'b')
  edit('of this one')
  await vi.waitFor(() => expect(written()?.Comment).toBe('of this one'))
  undo()
  expect(written()?.Comment).toBe('0')
  expect(useDesign.getState().id).toBe('a')
})

test('another design says goodbye to the tabs of the one before', async () => {
  openDesign('b', 'B', distribution())
  await vi.waitFor(() =>
    expect(heard.map(({ is, id }) => `${is} ${id}`)).toEqual(['here a', 'gone a', 'here b']),
  )
})
