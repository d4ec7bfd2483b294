import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** The types of the package beside its entry: a module of nothing but types is its own declaration. */
export const libraryTypes = (source: string, file: string): Plugin => ({
  name: 'frontage:library-types',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: file, source: readFileSync(source, 'utf8') })
  },
})
