import type { Plugin } from 'vite'

const prefix = '\0lazily:'

/**
 * Packages that most calls of the command never reach, though what they do reach imports them: each is evaluated when one
 * of its functions is first called.
 * @param packages the functions that are used of each
 */
export const lazily = (packages: Readonly<Record<string, readonly string[]>>): Plugin => ({
  name: 'frontage:lazily',
  enforce: 'pre',
  resolveId: (source, importer) =>
    Object.hasOwn(packages, source) && importer !== prefix + source ? prefix + source : undefined,
  load(id) {
    if (!id.startsWith(prefix)) return undefined
    const name = id.slice(prefix.length)
    const loaded = `require(${JSON.stringify(name)})`
    return (packages[name] ?? [])
      .map((one) => `export const ${one} = (...given) => ${loaded}.${one}(...given)`)
      .join('\n')
  },
})
