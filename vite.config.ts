import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

/** The page: static files in dist/page, addresses relative so that any path can serve it. */
const page: UserConfig = {
  base: './',
  plugins: [react()],
  // Monaco is one large chunk, loaded when an editor is first shown.
  build: { outDir: 'dist/page', emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 8000 },
}

/** What earlier builds left in a folder of chunks goes once the new ones are there; nothing is missing in between. */
const withoutStaleChunks = (folder: string): Plugin => ({
  name: 'frontage:without-stale-chunks',
  writeBundle: ({ dir = 'dist' }, bundle) => {
    const place = join(dir, folder)
    if (!existsSync(place)) return
    for (const file of readdirSync(place)) if (!(`${folder}/${file}` in bundle)) rmSync(join(place, file))
  },
})

/** The `frontage` command and, by `--mode engine`, the engine as a plain shared cache; both run in Node. */
const forNode = (name: string, entries: Readonly<Record<string, string>>): UserConfig => ({
  publicDir: false,
  plugins: [withoutStaleChunks(`chunks/${name}`)],
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    rollupOptions: {
      input: { ...entries },
      output: { entryFileNames: '[name].js', chunkFileNames: `chunks/${name}/[name]-[hash].js` },
    },
  },
})

export default defineConfig(({ mode }) => {
  if (mode === 'cli')
    return forNode('cli', {
      cli: 'src/cli/main.ts',
      'sandbox-worker': 'src/cli/sandbox-worker.ts',
      'replay-worker': 'src/cli/replay-worker.ts',
    })
  if (mode === 'engine') return forNode('engine', { engine: 'src/core/trace/engine/shared-cache.ts' })
  return page
})
