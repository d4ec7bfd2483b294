import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** The sandbox's WebAssembly beside the chunks that look for it, where its package is built in. */
export const sandboxEngine = (folder: string): Plugin => ({
  name: 'frontage:sandbox-engine',
  generateBundle() {
    const file = fileURLToPath(import.meta.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'))
    this.emitFile({
      type: 'asset',
      fileName: `${folder}/emscripten-module.wasm`,
      source: readFileSync(file),
    })
  },
})
