/** Reads the files of a folder that may hold designs, and no more than a person's project has of them. */
import { statSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { type FolderPart, readFolder } from '#core/formats/folder.ts'
import type { Position } from '#core/formats/format.ts'
import { filesNamedIn } from '#core/formats/terraform/module.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { readTextBounded } from './bounded-read.ts'
import type { OpenedSource, SourceFailure } from './source.ts'

const maxFiles = 5000
const maxBytes = 50 * 1024 * 1024
const endings = /\.(?:tf|tfvars|tfvars\.json|ya?ml|json|template)$/
/** Installed packages and what tools keep for themselves, such as `.terraform` and `.aws-sam`. */
const isLeftOut = (name: string) => name === 'node_modules' || name.startsWith('.')

/** Whether a file of a folder may hold a part of a design. */
export const isRead = (path: string): boolean =>
  endings.test(path) && !path.split('/').slice(0, -1).some(isLeftOut)

async function* filesIn(folder: string, inside: string): AsyncGenerator<string> {
  const entries = await readdir(join(folder, inside), { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`
    if (entry.isDirectory() && !isLeftOut(entry.name)) yield* filesIn(folder, path)
    else if (entry.isFile() && endings.test(entry.name)) yield path
  }
}

export function isFolder(path: string): boolean {
  try {
    return path !== '-' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  } catch {
    return false
  }
}

const tooMuch = (folder: string) =>
  `“${folder}” holds more than ${maxFiles} files or 50 MB of them; name a folder in it.`

async function textsIn(folder: string): Promise<Result<Map<string, string>, string>> {
  const texts = new Map<string, string>()
  let bytes = 0
  for await (const path of filesIn(folder, '')) {
    const { size } = await stat(join(folder, path))
    if (bytes + size > maxBytes) return failed(tooMuch(folder))
    const text = await readTextBounded(join(folder, path))
    bytes += text.length
    texts.set(path, text)
    if (texts.size > maxFiles || bytes > maxBytes) return failed(tooMuch(folder))
  }
  return ok(new Map([...texts, ...(await namedTexts(folder, filesNamedIn(texts)))]))
}

/** More than a function or a key has. */
const maxNamed = 1024 * 1024

/** Files that the configurations name, where they are inside of the folder and hold nothing private. */
async function namedTexts(folder: string, paths: readonly string[]): Promise<[string, string][]> {
  const root = await realpath(folder)
  const texts: [string, string][] = []
  for (const path of paths) {
    const real = await realpath(join(folder, path)).catch(() => undefined)
    if (real === undefined || !real.startsWith(root + sep) || (await stat(real)).size > maxNamed) continue
    const text = await readTextBounded(real)
    if (!text.includes('PRIVATE KEY')) texts.push([path, text])
  }
  return texts
}

const inside = (folder: string, path: string): string => (path === '.' ? folder : join(folder, path))
const placed =
  (folder: string) =>
  (position: Position | undefined): Position | undefined =>
    position && {
      ...position,
      ...(position.file !== undefined && { file: inside(folder, position.file) }),
    }

function opened(folder: string, { name, from, read }: FolderPart): Result<OpenedSource, SourceFailure> {
  const file = inside(folder, name)
  const place = placed(folder)
  if (!read.ok) {
    const problems = read.error.map(({ message, position }) => {
      const at = place(position)
      return { message, ...(at && { position: at }) }
    })
    return failed({ file, problems })
  }
  const { value } = read
  const files = from.map((path) => inside(folder, path))
  return ok({ ...value, file, from: files, encoding: 'utf-8', locate: (path) => place(value.locate(path)) })
}

/** The designs that a folder's files declare, each with what it was read from. */
export async function openFolder(
  folder: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Result<OpenedSource, SourceFailure>[]> {
  const texts = await textsIn(folder)
  return texts.ok
    ? openTexts(folder, texts.value, parameters)
    : [failed({ file: folder, problems: [{ message: texts.error }] })]
}

/** The same for files that were read already, by their paths inside the folder. */
export function openTexts(
  folder: string,
  texts: ReadonlyMap<string, string>,
  parameters: Readonly<Record<string, string>>,
): Result<OpenedSource, SourceFailure>[] {
  const parts = readFolder(texts, { parameters })
  if (parts.length > 0) return parts.map((part) => opened(folder, part))
  const message = 'No file of this folder declares a CloudFront distribution.'
  return [failed({ file: folder, problems: [{ message }] })]
}
