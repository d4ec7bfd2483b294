import type { Plugin } from 'vite'

/** Has to be the first line of a file. https://developer.chrome.com/blog/explicit-compile-hints */
const hint = '//# allFunctionsCalledOnLoad\n'

/**
 * Has Chromium compile these chunks whole while they arrive, beside the page's own thread: of what the first view is
 * made, about half of the functions run at once, and each would be compiled when it is first called.
 */
export const compiledAhead = (names: readonly string[]): Plugin => ({
  name: 'frontage:compiled-ahead',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
      for (const name of names) {
        const chunk = chunks.find((one) => one.name === name)
        if (!chunk) throw new Error(`No chunk of the page is called “${name}”.`)
        chunk.code = hint + chunk.code
      }
    },
  },
})
