import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { tableOf } from '#core/ground/names.ts'

const types: Readonly<Record<string, string>> = tableOf({
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.yaml': 'text/yaml; charset=utf-8',
})

export interface StaticFile {
  readonly type: string
  readonly body: Uint8Array
}

/** A file below `root` for a URL's path; undefined where there is none, or where the path leads outside. */
export async function staticFile(root: string, urlPath: string): Promise<StaticFile | undefined> {
  let name: string
  try {
    name = decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
  if (name.includes('\0')) return undefined
  const file = normalize(join(root, name === '/' ? 'index.html' : name))
  if (!file.startsWith(root + sep)) return undefined
  try {
    return { type: types[extname(file)] ?? 'application/octet-stream', body: await readFile(file) }
  } catch {
    // Not there, or a folder: the answer is the same 404.
    return undefined
  }
}
