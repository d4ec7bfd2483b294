/** Reading and writing sources, for every place of the page that does it. Formats are loaded when first needed. */
import type { Loss, ReadProblem } from '#core/formats/format.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { failed, ok, type Result } from '#core/model/result.ts'
import { openDesign } from './design.ts'
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
export async function openText(name: string, text: string): Promise<Result<string, string>> {
  const { readSource } = await import('#core/formats/index.ts')
  const read = readSource(text)
  if (!read.ok) return failed(read.error.map(problemText).join(' '))
  openDesign(crypto.randomUUID(), name, read.value.document)
  select(undefined)
  showDialog(undefined)
  announce(`“${name}” is open.`)
  return ok(name)
}

const withoutEnding = (file: string) =>
  file.replace(/(\.frontage|\.template)?\.(json|ya?ml|template|tf)$/i, '')

export const openFile = async (file: File): Promise<Result<string, string>> =>
  openText(withoutEnding(file.name), await file.text())

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
  const { writeFormat } = await import('#core/formats/index.ts')
  return writeFormat(format, document)
}
