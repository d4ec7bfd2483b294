import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/**
 * The types of the package beside its modules: a module of nothing but types is its own declaration. `modules` says
 * under which name each `NAME-api.ts` of the folder is built.
 */
export const libraryTypes = (folder: string, modules: Readonly<Record<string, string>>): Plugin => ({
  name: 'frontage:library-types',
  generateBundle() {
    for (const [name, built] of Object.entries(modules)) {
      const source = readFileSync(`${folder}/${name}-api.ts`, 'utf8').replaceAll(
        /(?<=from '\.\/)(\w+)-api\.ts(?=')/g,
        (_, other: string) => `${modules[other]}.js`,
      )
      this.emitFile({ type: 'asset', fileName: `${built}.d.ts`, source })
    }
  },
})
