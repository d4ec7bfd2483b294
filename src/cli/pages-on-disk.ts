/** Generated pages beside those on disk. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Folders in which every file is generated, so that a page whose rule is gone goes too. */
const folders = ['docs/rules']

export interface PageDifferences {
  /** On disk, with another text. */
  readonly stale: readonly string[]
  readonly missing: readonly string[]
  /** On disk, and nothing makes it. */
  readonly orphaned: readonly string[]
}

const filesBelow = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => statSync(join(root, file)).isFile())

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

export function comparePages(pages: ReadonlyMap<string, string>, root: string): PageDifferences {
  const onDisk = [...pages].map(([file, text]) => ({ file, text, found: read(join(root, file)) }))
  const names = (list: typeof onDisk) => list.map(({ file }) => file)
  return {
    stale: names(onDisk.filter(({ text, found }) => found !== undefined && found !== text)),
    missing: names(onDisk.filter(({ found }) => found === undefined)),
    orphaned: folders
      .flatMap((folder) => filesBelow(root, folder))
      .filter((file) => !pages.has(file))
      .sort(),
  }
}

/** Brings the disk to what the pages say. */
export function writePages(pages: ReadonlyMap<string, string>, root: string): void {
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true })
  const { stale, missing, orphaned } = comparePages(pages, root)
  for (const file of [...stale, ...missing]) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), pages.get(file) ?? '')
  }
  for (const file of orphaned) rmSync(join(root, file))
}
