import type { Plugin } from 'vite'

/**
 * Tells public/theme.js, by a meta element before it, which files an open design needs beside the page's own, so that they
 * are asked for before any code has run. The start page does not need them.
 */
export const ahead = (names: readonly string[]): Plugin => ({
  name: 'frontage:ahead',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle }) {
      if (!bundle) return
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
      const files = names.flatMap((name) => {
        const chunk = chunks.find((one) => one.name === name)
        if (!chunk) throw new Error(`No chunk of the page is called “${name}”.`)
        return [...(chunk.viteMetadata?.importedCss ?? []), chunk.fileName]
      })
      const attrs = { name: 'frontage-ahead', content: files.map((file) => `./${file}`).join(' ') }
      return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }]
    },
  },
})
