/** How the command writes a file: whole or not at all, so that a full disk or a kill loses nothing of what was there. */
import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chown, open, readlink, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { errorCode, onSystem } from './system.ts'

const maxLinks = 40

/** What a path leads to by links, be it there or not. */
async function targetOf(path: string): Promise<string> {
  let target = resolve(path)
  for (let count = 0; count < maxLinks; count += 1) {
    const next = await readlink(target).catch(() => undefined)
    if (next === undefined) return target
    target = resolve(dirname(target), next)
  }
  return target
}

async function existing(file: string) {
  try {
    return await stat(file)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Beside the file, flushed, and renamed over it. */
async function replace(file: string, data: string | Uint8Array, mode: number, owner?: [number, number]) {
  const beside = join(dirname(file), `.${basename(file).slice(0, 100)}.${randomBytes(6).toString('hex')}`)
  const handle = await open(beside, 'wx', mode)
  try {
    try {
      await handle.writeFile(data)
      // The umask took its share of the mode.
      await handle.chmod(mode)
      await handle.sync()
    } finally {
      await handle.close()
    }
    // Only root may give a file away; for anybody else it is theirs already.
    if (owner) await chown(beside, ...owner).catch(() => {})
    await rename(beside, file)
  } catch (error) {
    await unlink(beside).catch(() => {})
    throw error
  }
}

/** Writes a file in place of the one that is there; its mode, and the links that lead to it, stay. */
export const writeBeside = (
  path: string,
  data: string | Uint8Array,
  { mode = 0o666 & ~process.umask() }: { readonly mode?: number } = {},
): Promise<void> =>
  onSystem(path, 'write', async () => {
    const file = await targetOf(path)
    const before = await existing(file)
    // A device or a pipe holds nothing that could be lost; a folder is told by the attempt.
    if (before && !before.isFile()) return writeFile(file, data)
    if (!before) return replace(file, data, mode)
    await access(file, constants.W_OK)
    return replace(file, data, before.mode & 0o7777, [before.uid, before.gid])
  })
