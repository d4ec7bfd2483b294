import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What earlier builds left in a folder of chunks goes once the new ones are there; nothing is missing in between. */
export const withoutStaleChunks = (folder: string): Plugin => ({
  name: 'frontage:without-stale-chunks',
  writeBundle: ({ dir = 'dist' }, bundle) => {
    const place = join(dir, folder)
    if (!existsSync(place)) return
    for (const file of readdirSync(place)) if (!(`${folder}/${file}` in bundle)) rmSync(join(place, file))
  },
})
