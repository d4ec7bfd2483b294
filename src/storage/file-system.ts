/**
 * Files of the person's disk through the File System Access API, where the browser has it (Chromium).
 * https://developer.mozilla.org/docs/Web/API/File_System_API
 */
import { failed, ok, type Result } from '#core/model/result.ts'

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

/** True where files can be written back in place; elsewhere a design is downloaded. */
export const canWriteFiles = (): boolean => pickers().showSaveFilePicker !== undefined

/** Lets the person choose a file; undefined where the person thought better of it, or the browser has no such thing. */
export async function pickFile(): Promise<{ readonly file: DiskFile; readonly text: string } | undefined> {
  try {
    const [handle] = (await pickers().showOpenFilePicker?.(accepted)) ?? []
    return handle && { file: diskFile(handle), text: await (await handle.getFile()).text() }
  } catch (error) {
    if (wasCancelled(error)) return undefined
    throw error
  }
}

/** Lets the person choose where to save; undefined as for `pickFile`. */
export async function pickPlace(suggestedName: string): Promise<DiskFile | undefined> {
  try {
    const handle = await pickers().showSaveFilePicker?.({ ...accepted, suggestedName })
    return handle && diskFile(handle)
  } catch (error) {
    if (wasCancelled(error)) return undefined
    throw error
  }
}
