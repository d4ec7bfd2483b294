/**
 * Files of the person's disk through the File System Access API, where the browser has it (Chromium).
 * https://developer.mozilla.org/docs/Web/API/File_System_API
 */
import { failed, ok, type Result } from '#core/ground/result.ts'

/** A file that stays writable after it was opened; opaque to everybody else. */
export interface DiskFile {
  readonly name: string
  readonly write: (text: string) => Promise<Result<true, string>>
}

interface Handle {
  readonly name: string
  readonly getFile: () => Promise<File>
  readonly createWritable: () => Promise<{
    write: (text: string) => Promise<void>
    close: () => Promise<void>
  }>
}
interface Pickers {
  readonly showOpenFilePicker?: (options: object) => Promise<Handle[]>
  readonly showSaveFilePicker?: (options: object) => Promise<Handle>
}

// TypeScript's DOM library does not know the pickers, as not every browser has them.
const pickers = (): Pickers => globalThis as unknown as Pickers
const wasCancelled = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

const diskFile = (handle: Handle): DiskFile => ({
  name: handle.name,
  write: async (text) => {
    try {
      const stream = await handle.createWritable()
      await stream.write(text)
      await stream.close()
      return ok(true)
    } catch {
      return failed(`“${handle.name}” could not be written; export the design instead.`)
    }
  },
})

const accepted = {
  types: [
    {
      description: 'Templates and designs',
      accept: { 'text/plain': ['.yaml', '.yml', '.json', '.template', '.tf', '.txt'] },
    },
  ],
}

/** The text with its byte order mark, which an unedited save gives back. */
const textOf = async (file: File): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())

/** True where files can be written back in place; elsewhere a design is downloaded. */
export const canWriteFiles = (): boolean => pickers().showSaveFilePicker !== undefined

/** What the person chose; undefined where they thought better of it, or the browser has no such thing. */
async function picked<T>(pick: () => Promise<T | undefined>): Promise<Result<T, string> | undefined> {
  try {
    const value = await pick()
    return value === undefined ? undefined : ok(value)
  } catch (error) {
    if (wasCancelled(error)) return undefined
    const reason = error instanceof Error ? error.message : String(error)
    return failed(`The browser does not give the file: ${reason}`)
  }
}

/** Lets the person choose a file, and reads it. */
export const pickFile = (): Promise<
  Result<{ readonly file: DiskFile; readonly text: string }, string> | undefined
> =>
  picked(async () => {
    const [handle] = (await pickers().showOpenFilePicker?.(accepted)) ?? []
    return handle && { file: diskFile(handle), text: await textOf(await handle.getFile()) }
  })

/** Lets the person choose where to save. */
export const pickPlace = (suggestedName: string): Promise<Result<DiskFile, string> | undefined> =>
  picked(async () => {
    const handle = await pickers().showSaveFilePicker?.({ ...accepted, suggestedName })
    return handle && diskFile(handle)
  })
