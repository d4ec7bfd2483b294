/** What the page takes besides files: links, what the browser has stored, the clipboard, other tabs. */
import { deflateRawSync } from 'node:zlib'
import { pasteClip, readClip } from '#core/edits/clipboard.ts'
import { resumeHistory } from '#core/model/kept-history.ts'
import { distribution } from '#fixtures/build.ts'
import { currentDocument, openDesign, undo } from '#state/design.ts'
import { resumeFrame } from '#state/frame.ts'
import { type DesignStorage, openSaved, setStorage } from '#state/library.ts'
import { openShared } from '#state/share.ts'
import { messageOf } from '#state/tab-message.ts'
import { designLeft } from '#storage/left.ts'
import { isDocument } from '#storage/saved.ts'
import { project } from '#things/project.ts'
import { type Door, jsonOf, textOf } from './door.ts'

const document = distribution({ Comment: 'saved' })
const design = JSON.stringify({ name: 'A', ...document })
const inLink = (text: string) => `#design=${deflateRawSync(text).toString('base64url')}`

/** Storage that gives what is put into it, as IndexedDB does with whatever a page has written. */
const storageOf = (value: unknown): DesignStorage => ({
  save: () => Promise.resolve({ ok: true, value: true }),
  list: () => Promise.resolve([{ id: 'a', name: 'A', savedAt: 1 }]),
  load: () =>
    Promise.resolve(
      isDocument(value)
        ? { ok: true, value: { id: 'a', name: 'A', savedAt: 1, document: value } }
        : { ok: false, error: { isDamaged: true, message: 'It is damaged.' } },
    ),
  setAside: () => Promise.resolve(),
  versions: () => Promise.resolve(isDocument(value) ? [{ at: 1, document: value }] : []),
  addVersion: () => Promise.resolve({ ok: true, value: true }),
  history: () =>
    Promise.resolve(
      isDocument(value) ? { past: [{ label: 'a', document: value }], present: value, future: [] } : undefined,
    ),
  saveHistory: () => Promise.resolve(),
  download: () => Promise.resolve(),
  remove: () => Promise.resolve({ ok: true, value: true }),
})

async function openStored(value: unknown): Promise<void> {
  openDesign('', 'Untitled design', distribution())
  setStorage(storageOf(value))
  await openSaved('a')
  undo()
  project(currentDocument())
  resumeHistory(undefined, currentDocument())
}

export const pageDoors: readonly Door[] = [
  {
    name: 'share links',
    passing: [inLink(design), inLink('{"formatVersion":1,"resources":{}}')],
    enter: async (bytes) => {
      const text = textOf(bytes)
      await openShared(text.startsWith('#') ? text : `#design=${text}`)
      project(currentDocument())
    },
  },
  {
    name: 'designs within share links',
    passing: [design],
    enter: async (bytes) => {
      await openShared(inLink(textOf(bytes)))
      project(currentDocument())
    },
  },
  {
    name: 'stored designs, versions and histories',
    passing: [JSON.stringify(document)],
    enter: (bytes) => openStored(jsonOf(bytes)),
  },
  {
    name: 'designs that a page wrote down as it was left',
    passing: [JSON.stringify({ id: 'a', name: 'A', savedAt: 1, document })],
    enter: async (bytes) => {
      const left = designLeft(textOf(bytes))
      if (left) await openStored(left.document)
    },
  },
  {
    name: 'messages of other tabs',
    passing: [
      JSON.stringify({ is: 'edit', id: 'a', name: 'A', document }),
      '{"is":"here","id":"a","asks":true}',
    ],
    enter: (bytes) => {
      const message = messageOf(jsonOf(bytes))
      if (message?.is === 'edit') project(message.document)
    },
  },
  {
    name: 'the clipboard',
    passing: [
      JSON.stringify({
        frontage: 'clip',
        items: [{ list: 'CacheBehaviors', value: { PathPattern: '/b/*', TargetOriginId: 'web' } }],
        resources: { Cache: { type: 'CachePolicy', config: { Name: 'a' } } },
        needed: { resources: {}, origins: [{ Id: 'web', DomainName: 'a.example' }] },
      }),
    ],
    enter: (bytes) => {
      const clip = readClip(textOf(bytes))
      if (clip) pasteClip(distribution(), 'Site', clip)
    },
  },
  {
    name: 'the arrangement of the window',
    passing: ['{"folded":{"a":true},"widths":{"b":200},"splits":{"Design":{"isBeside":true,"size":40}}}'],
    enter: (bytes) => resumeFrame(textOf(bytes)),
  },
]
