import { beforeEach, expect, test } from 'vitest'
import { setAt } from '#core/model/edit.ts'
import { distribution } from '#fixtures/build.ts'
import { commit, currentDocument, openDesign, renameDesign, useDesign } from './design.ts'
import {
  canWriteFiles,
  currentFile,
  type DiskFile,
  fileNameFor,
  openFile,
  openFromDisk,
  openText,
  saveTextAs,
  saveToFile,
  setDisk,
  useDiskFile,
} from './files.ts'
import { openedFromText, resumeOpenedFrom } from './opened-from.ts'
import { useSession } from './session.ts'
import { openShared, shareLink } from './share.ts'

const template = `# kept
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true # on
        Comment: one
        Origins: []
`
let written: string[] = []
const file: DiskFile = {
  name: 'site.yaml',
  write: async (text) => {
    written.push(text)
    return { ok: true, value: true }
  },
}
let beforeAnswer = () => {}

beforeEach(() => {
  written = []
  beforeAnswer = () => {}
  setDisk({
    canWrite: () => true,
    pickFile: () => Promise.resolve({ ok: true, value: { file, text: template } }),
    pickPlace: async () => {
      beforeAnswer()
      return { ok: true, value: file }
    },
  })
  useDiskFile.setState({ file: undefined })
  openDesign('old', 'Old', distribution())
})

test('a file that was opened is saved in place: unedited with the same bytes, edited with one line changed', async () => {
  expect(canWriteFiles()).toBe(true)
  await openFromDisk()
  await saveToFile()
  commit(setAt(['resources', 'Site', 'config', 'Comment'], 'two'))
  await saveToFile()
  expect(written).toEqual([template, template.replace('Comment: one', 'Comment: two')])
})

test('a text that cannot be read leaves the open design as it is', async () => {
  const before = currentDocument()
  const opened = await openText('broken', 'Resources: [')
  expect(opened.ok).toBe(false)
  expect(useDesign.getState()).toMatchObject({ id: 'old', name: 'Old' })
  expect(currentDocument()).toBe(before)
})

test('another design does not have the file of the one before, so that saving cannot overwrite it', async () => {
  await openFromDisk()
  expect(currentFile()?.name).toBe('site.yaml')
  openDesign('new', 'New', distribution())
  expect(currentFile()).toBeUndefined()
  await saveToFile()
  expect(written).toEqual([])
})

test('a place that was chosen belongs to the design that was saved there, whichever is open by then', async () => {
  beforeAnswer = () => openDesign('new', 'New', distribution())
  await saveTextAs('site.yaml', 'text of old', 'cloudformation-yaml')
  expect(written).toEqual(['text of old'])
  expect(currentFile()).toBeUndefined()
  openDesign('old', 'Old', distribution())
  expect(currentFile()?.name).toBe('site.yaml')
})

test('a disk that refuses is told of, and the file stays nobody’s', async () => {
  setDisk({
    canWrite: () => true,
    pickFile: () => Promise.resolve(undefined),
    pickPlace: () => Promise.resolve({ ok: false, error: 'The disk is full.' }),
  })
  await saveTextAs('site.yaml', 'text', 'design')
  expect(useSession.getState().message).toBe('The disk is full.')
  expect(currentFile()).toBeUndefined()
})

test('a link gives back the design and its name, without secrets, and half a link opens nothing', async () => {
  const design = distribution({ Comment: 'shared' })
  const { url } = await shareLink('Shop', design, 'https://example.org/#old')
  expect(url.startsWith('https://example.org/#design=')).toBe(true)
  const fragment = new URL(url).hash
  const half = await openShared(fragment.slice(0, fragment.length / 2))
  expect(half?.ok).toBe(false)
  expect(useDesign.getState().id).toBe('old')
  expect(await openShared('#other')).toBeUndefined()
  expect(await openShared(fragment)).toEqual({ ok: true, value: 'Shop' })
  expect(currentDocument().resources).toEqual(design.resources)
  expect(useDesign.getState().id).not.toBe('old')
})

test('a design goes back under the name of its file, in the format of that file and as long as it has its name', async () => {
  await openFile(new File([template], 'Site.prod.yml'))
  expect(fileNameFor('cloudformation-yaml')).toBe('Site.prod.yml')
  expect(fileNameFor('cloudformation-json')).toBeUndefined()
  // The page is loaded again.
  const kept = openedFromText()
  resumeOpenedFrom('[]')
  expect(fileNameFor('cloudformation-yaml')).toBeUndefined()
  resumeOpenedFrom(kept)
  expect(fileNameFor('cloudformation-yaml')).toBe('Site.prod.yml')
  resumeOpenedFrom('[["a"], 5, {"length": 2}]')
  expect(fileNameFor('cloudformation-yaml')).toBeUndefined()
  resumeOpenedFrom(kept)
  renameDesign('Another')
  expect(fileNameFor('cloudformation-yaml')).toBeUndefined()
})
