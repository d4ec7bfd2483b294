import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const worker = new URL('./service-worker.js', import.meta.url)

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/**
 * A service worker that keeps every file of the build, and a copy of the page for when there is no server. Its version is
 * a hash of all that it keeps, so that a build without a change is no new version.
 */
export function offline(): Plugin {
  let publicDir = ''
  return {
    name: 'frontage:offline',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') this.error('The build has no index.html.')
        const hash = createHash('sha256')
        const built = Object.values(bundle)
          .filter(({ fileName }) => fileName !== 'index.html' && !fileName.endsWith('.map'))
          .toSorted((a, b) => a.fileName.localeCompare(b.fileName))
        for (const part of [...built, page]) hash.update(part.type === 'chunk' ? part.code : part.source)
        const statics = filesBelow(publicDir)
        for (const file of statics) hash.update(readFileSync(file))
        const files = [
          'offline.html',
          ...built.map(({ fileName }) => fileName),
          ...statics.map((file) => file.slice(publicDir.length + 1).replaceAll('\\', '/')),
        ]
        this.emitFile({ type: 'asset', fileName: 'offline.html', source: page.source })
        const source = readFileSync(worker, 'utf8')
          .replace('@version@', hash.digest('hex').slice(0, 16))
          .replace('@files@', JSON.stringify(files))
        this.emitFile({ type: 'asset', fileName: 'sw.js', source })
      },
    },
  }
}
