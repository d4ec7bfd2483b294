import { afterEach, expect, test, vi } from 'vitest'
import { canWriteFiles, pickFile, pickPlace } from './file-system.ts'

afterEach(() => vi.unstubAllGlobals())

const handle = (text: string, failure?: Error) => {
  const written: string[] = []
  return {
    written,
    name: 'site.yaml',
    getFile: () => (failure ? Promise.reject(failure) : Promise.resolve(new Blob([text]))),
    createWritable: () =>
      failure
        ? Promise.reject(failure)
        : Promise.resolve({
            write: (part: string) => Promise.resolve(void written.push(part)),
            close: () => Promise.resolve(),
          }),
  }
}
const cancelled = () => Promise.reject(new DOMException('The user aborted a request.', 'AbortError'))

test('a browser without pickers says so, and offers nothing', async () => {
  expect(canWriteFiles()).toBe(false)
  expect(await pickFile()).toBeUndefined()
  expect(await pickPlace('site.yaml')).toBeUndefined()
})

test('a chosen file is read, and written back in place', async () => {
  const file = handle('Resources: {}')
  vi.stubGlobal('showOpenFilePicker', () => Promise.resolve([file]))
  const picked = await pickFile()
  expect(picked).toMatchObject({ ok: true, value: { text: 'Resources: {}', file: { name: 'site.yaml' } } })
  if (picked?.ok) expect(await picked.value.file.write('other')).toEqual({ ok: true, value: true })
  expect(file.written).toEqual(['other'])
})

test('who thinks better of it is told nothing', async () => {
  vi.stubGlobal('showOpenFilePicker', cancelled)
  vi.stubGlobal('showSaveFilePicker', cancelled)
  expect(await pickFile()).toBeUndefined()
  expect(await pickPlace('site.yaml')).toBeUndefined()
})

test('a file that is gone or may not be written is a sentence and no exception', async () => {
  const gone = handle('', new DOMException('A requested file could not be found.', 'NotFoundError'))
  vi.stubGlobal('showOpenFilePicker', () => Promise.resolve([gone]))
  vi.stubGlobal('showSaveFilePicker', () => Promise.resolve(gone))
  expect(await pickFile()).toEqual({
    ok: false,
    error: 'The browser does not give the file: A requested file could not be found.',
  })
  const place = await pickPlace('site.yaml')
  expect(place?.ok && (await place.value.write('x'))).toEqual({
    ok: false,
    error: '“site.yaml” could not be written; export the design instead.',
  })
})
