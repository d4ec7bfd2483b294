/** Reading and writing sources, for every place of the page that does it. Formats are loaded when first needed. */
import { create } from 'zustand'
import type { Loss, ReadProblem } from '#core/formats/format.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Scenario } from '#core/model/scenario.ts'
import { currentDocument, openDesign, useDesign } from './design.ts'
import { openedFrom, rememberFile } from './opened-from.ts'
import { readInBackground, writeInBackground } from './reading.ts'
import { announce, select, showDialog } from './session.ts'

export interface FormatChoice {
  readonly id: string
  readonly label: string
  readonly fileName: string
}

const problemText = ({ message, position }: ReadProblem) =>
  position ? `Line ${position.line}, column ${position.column}: ${message}` : message

/** Reads a text as a design without opening it, to compare with. */
export async function readDesign(text: string): Promise<Result<DesignDocument, string>> {
  const { readSource } = await import('#core/formats/index.ts')
  const read = readSource(text)
  return read.ok ? ok(read.value.document) : failed(read.error.map(problemText).join(' '))
}

/** Opens a text as a new design; the open one stays untouched where the text cannot be read. */
export async function openText(
  name: string,
  text: string,
  scenarios: readonly Scenario[] = [],
): Promise<Result<string, string>> {
  const read = await readInBackground(name, text)
  if (!read.ok) {
    announce('')
    return failed(read.error.map(problemText).join(' '))
  }
  const { value: document } = read
  openDesign(crypto.randomUUID(), name, scenarios.length === 0 ? document : { ...document, scenarios })
  select(undefined)
  showDialog(undefined)
  announce(`“${name}” is open.`)
  return ok(name)
}

const withoutEnding = (file: string) =>
  file.replace(/(\.frontage|\.template)?\.(json|ya?ml|template|tf)$/i, '')

/** The name of the open design's file, where it is written in the format that it came in and has not been renamed. */
export function fileNameFor(format: string): string | undefined {
  const { id, name } = useDesign.getState()
  const file = openedFrom(id)
  const isItsOwn = currentDocument().source?.format === format && file && withoutEnding(file) === name
  return isItsOwn ? file : undefined
}

export const openFile = async (file: File): Promise<Result<string, string>> => {
  useDiskFile.setState({ file: undefined })
  // A byte order mark is a part of the file's bytes, which an unedited save gives back.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const opened = await openText(withoutEnding(file.name), decoder.decode(await file.arrayBuffer()))
  if (opened.ok) rememberFile(useDesign.getState().id, file.name)
  return opened
}

/** A file of the person's disk that can be written back. */
export interface DiskFile {
  readonly name: string
  readonly write: (text: string) => Promise<Result<true, string>>
}
/** The disk as the browser gives it; undefined answers mean that the person thought better of it. */
export interface DiskPort {
  readonly canWrite: () => boolean
  readonly pickFile: () => Promise<
    Result<{ readonly file: DiskFile; readonly text: string }, string> | undefined
  >
  readonly pickPlace: (suggestedName: string) => Promise<Result<DiskFile, string> | undefined>
}

let disk: DiskPort | undefined
/** Names the disk; the composition root does it once. */
export const setDisk = (port: DiskPort): void => {
  disk = port
}
/** True where files can be written back in place; elsewhere a design is downloaded. */
export const canWriteFiles = (): boolean => disk?.canWrite() ?? false

/** The file that the open design came from or was saved to, with the design it belongs to. */
type FileOfDesign = DiskFile & {
  readonly of: string
  /** The format that was chosen for it; without one it has that of the design. */
  readonly format?: string
}
export const useDiskFile = create<{ readonly file: FileOfDesign | undefined }>()(() => ({ file: undefined }))

/** Lets the person open a file that is then saved in place. */
export async function openFromDisk(): Promise<Result<string, string> | undefined> {
  const picked = await disk?.pickFile()
  if (!picked?.ok) return picked
  const { file, text } = picked.value
  const opened = await openText(withoutEnding(file.name), text)
  if (opened.ok) useDiskFile.setState({ file: { ...file, of: useDesign.getState().id } })
  return opened
}

/** The file of the open design, if it has one. */
export function currentFile(): FileOfDesign | undefined {
  const { file } = useDiskFile.getState()
  return file?.of === useDesign.getState().id ? file : undefined
}

/** The format that a design goes back to: the one it was read from, else our own. */
const formatOf = (document: DesignDocument): string => document.source?.format ?? 'design'

/** Saves the open design in its file, in the format of the file; only what was edited changes there. */
export async function saveToFile(): Promise<void> {
  const file = currentFile()
  if (!file) return
  const { text, losses } = await writeDesign(file.format ?? formatOf(currentDocument()), currentDocument())
  const written = await file.write(text)
  if (!written.ok) announce(written.error)
  else
    announce(
      losses.length === 0
        ? `Saved to “${file.name}”.`
        : `Saved to “${file.name}”, which cannot hold ${losses.length} things; the export tells which.`,
    )
}

/** Lets the person choose a file, and saves a text of a format there; it is the design's file from then on. */
export async function saveTextAs(suggestedName: string, text: string, format: string): Promise<void> {
  const of = useDesign.getState().id
  const place = await disk?.pickPlace(suggestedName)
  if (!place) return
  const written = place.ok ? await place.value.write(text) : place
  if (!place.ok || !written.ok) {
    announce(written.ok ? '' : written.error)
    return
  }
  useDiskFile.setState({ file: { ...place.value, format, of } })
  announce(`Saved to “${place.value.name}”.`)
}

/** The formats that a design can be written in. */
export async function writableFormats(): Promise<readonly FormatChoice[]> {
  const { formats } = await import('#core/formats/index.ts')
  return formats.flatMap(({ id, label, fileNames, write }) =>
    write ? [{ id, label, fileName: fileNames[0] ?? 'design.txt' }] : [],
  )
}

export async function writeDesign(
  format: string,
  document: DesignDocument,
): Promise<{ text: string; losses: readonly Loss[] }> {
  return writeInBackground(format, document)
}
