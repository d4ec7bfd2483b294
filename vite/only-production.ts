import type { Plugin } from 'vite'

/** Modules that are there to test others: they and what they bring stay out of what people get. */
export const isForTests = (module: string): boolean =>
  /\/src\/fixtures\/|\.(?:examples|test)\.tsx?(?:\?|$)|\/e2e\//.test(module)

/** Fails the build where a chunk holds such a module. */
export const onlyProduction = (): Plugin => ({
  name: 'frontage:only-production',
  generateBundle(_, bundle) {
    for (const [file, chunk] of Object.entries(bundle)) {
      if (chunk.type !== 'chunk') continue
      const [found] = chunk.moduleIds.filter(isForTests)
      if (found !== undefined) this.error(`${file} holds ${found}, which is there for tests.`)
    }
  },
})
