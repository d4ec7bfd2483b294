/** Sources as a revision of git has them: `main:cdn.yaml`, `HEAD~1:infra`. */
import { execFile } from 'node:child_process'
import { filesNamedIn } from '#core/formats/terraform/module.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { isRead, openTexts } from './folder.ts'
import { type OpenedSource, readingOf, type SourceFailure } from './source.ts'
import { errorCode } from './system.ts'

const mostBytes = 64 * 1024 * 1024

/** What git prints; undefined where it refuses, which it does for what is not there. */
const git = (cwd: string, ...args: readonly string[]): Promise<Buffer | undefined> =>
  new Promise((done, fail) => {
    execFile('git', [...args], { cwd, encoding: 'buffer', maxBuffer: mostBytes }, (error, output) => {
      if (error && errorCode(error) === 'ENOENT') fail(error)
      else done(error ? undefined : output)
    })
  })

export interface GitPlace {
  readonly revision: string
  readonly path: string
}

/** `REVISION:PATH`; one letter before the colon is a drive. */
export function gitPlace(text: string): GitPlace | undefined {
  const [, revision, path] = /^([^-:\s][^:\s]+):(.*)$/s.exec(text) ?? []
  return revision === undefined || path === undefined || path.startsWith('//')
    ? undefined
    : { revision, path }
}

/** Git reads a path from the top of the repository; one that is not there is taken from the current folder. */
async function objectAt(
  cwd: string,
  { revision, path }: GitPlace,
): Promise<{ name: string; type: string } | undefined> {
  for (const name of [`${revision}:${path}`, `${revision}:./${path}`]) {
    const type = await git(cwd, 'cat-file', '-t', name)
    if (type !== undefined) return { name, type: type.toString('utf8').trim() }
  }
  return undefined
}

async function filesOf(cwd: string, tree: string): Promise<ReadonlyMap<string, string>> {
  const format = '--format=%(objecttype) %(objectname) %(path)'
  const listed = await git(cwd, 'ls-tree', '-r', '-z', format, tree)
  const entries = (listed?.toString('utf8') ?? '').split('\0').flatMap((line) => {
    const [type = '', id = ''] = line.split(' ', 2)
    const path = line.slice(type.length + id.length + 2)
    return type === 'blob' ? [{ id, path }] : []
  })
  const read = async (wanted: (path: string) => boolean) => {
    for (const { id, path } of entries.filter(({ path }) => wanted(path))) {
      const bytes = await git(cwd, 'cat-file', 'blob', id)
      if (bytes) texts.set(path, bytes.toString('utf8'))
    }
  }
  const texts = new Map<string, string>()
  await read(isRead)
  const named = new Set(filesNamedIn(texts))
  await read((path) => named.has(path))
  return texts
}

/** The sources at a revision, as a repository around `cwd` has them; a folder may hold several. */
export async function openRevision(
  text: string,
  place: GitPlace,
  parameters: Readonly<Record<string, string>>,
  cwd = '.',
): Promise<Result<OpenedSource, SourceFailure>[]> {
  const refuse = (message: string) => [failed({ file: text, problems: [{ message }] })]
  try {
    const found = await objectAt(cwd, place)
    if (!found) return refuse(`Neither a file of that name nor a file that git knows at “${place.revision}”.`)
    if (found.type === 'tree') return openTexts(text, await filesOf(cwd, found.name), parameters)
    const bytes = await git(cwd, 'cat-file', 'blob', found.name)
    return bytes
      ? [readingOf(text, bytes.toString('utf8'), parameters)]
      : refuse('Git does not give the file.')
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    return refuse('Git is not installed, so that no revision can be read.')
  }
}

/** True for what git here knows as a revision; false without git. */
export const isRevision = async (text: string, cwd = '.'): Promise<boolean> =>
  !text.startsWith('-') &&
  (await git(cwd, 'rev-parse', '--verify', '--quiet', `${text}^{commit}`).catch(() => undefined)) !==
    undefined

/** What a `Result` list holds, or its first failure. */
export const allOf = (
  found: readonly Result<OpenedSource, SourceFailure>[],
): Result<OpenedSource[], SourceFailure> => {
  const opened: OpenedSource[] = []
  for (const one of found) {
    if (!one.ok) return one
    opened.push(one.value)
  }
  return ok(opened)
}
