import type { Plugin } from 'vite'

const asked = 'new Worker(new URL(\'ts.worker.js\', import.meta.url), { type: "module" })'

/**
 * Monaco names a worker with the whole TypeScript of its own; ours (javascript-worker.ts) is asked for in its place, so
 * that one is never loaded and need not be built.
 */
export const oneTypeScript = (): Plugin => ({
  name: 'frontage:one-typescript',
  enforce: 'pre',
  transform(code, id) {
    if (!/languages\/features\/typescript\/workerManager\.js$/.test(id.split('?')[0] ?? '')) return undefined
    if (!code.includes(asked))
      this.error('Monaco asks for its TypeScript worker in another way; see one-typescript.ts.')
    return { code: code.replace(asked, 'undefined'), map: null }
  },
})
