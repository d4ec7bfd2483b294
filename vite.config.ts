import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

/** The page: static files in dist/page, addresses relative so that any path can serve it. */
const page: UserConfig = {
  base: './',
  plugins: [react()],
  // Monaco is one large chunk, loaded when an editor is first shown.
  build: { outDir: 'dist/page', emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 8000 },
}

/** The `frontage` command and, by `--mode engine`, the engine as a plain shared cache; both run in Node. */
const forNode = (entry: string, fileName: string): UserConfig => ({
  publicDir: false,
  build: {
    ssr: entry,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: fileName, chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
})

export default defineConfig(({ mode }) => {
  if (mode === 'cli') return forNode('src/cli/main.ts', 'cli.js')
  if (mode === 'engine') return forNode('src/core/trace/shared-cache.ts', 'engine.js')
  return page
})
