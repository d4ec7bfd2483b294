/**
 * Libraries that run inside the sandbox: `import text from './stream.js?guest'` gives one file with all it needs, as the
 * body of a CommonJS module. Node's own modules stay outside of it: inside, `require` gives ours.
 */
import { builtinModules } from 'node:module'
import { build, type Plugin } from 'vite'
import { notesShipped, type Shipped } from './notices.ts'

const suffix = '?guest'
const builtins = new Set(builtinModules)
const isBuiltin = (id: string): boolean => id.startsWith('node:') || builtins.has(id)
/** Packages that stand in for a module of Node's where there is no Node. */
const standIns: Readonly<Record<string, string>> = {
  'process/': 'node:process',
  'string_decoder/': 'node:string_decoder',
}

async function bundled(entry: string, shipped: Shipped): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    // The environment of the build must not leak into the text.
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      notesShipped(shipped),
      {
        name: 'frontage:stand-ins',
        enforce: 'pre',
        resolveId: (id) => {
          const name = standIns[id] ?? id
          const plain = name.replace(/^node:/, '')
          return isBuiltin(name) || isBuiltin(plain) ? { id: `node:${plain}`, external: true } : null
        },
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      commonjsOptions: { transformMixedEsModules: true },
      lib: { entry, formats: ['cjs'], fileName: 'library' },
    },
  })
  const [first] = Array.isArray(result) ? result : [result]
  const output = first && 'output' in first ? first.output : []
  const chunk = output.find((one) => one.type === 'chunk')
  if (chunk?.type !== 'chunk') throw new Error(`“${entry}” gave no bundle`)
  return chunk.code
}

/** `shipped` hears of the packages inside. */
export function guestLibraries(shipped: Shipped = new Set()): Plugin {
  const made = new Map<string, Promise<string>>()
  return {
    name: 'frontage:guest-libraries',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(suffix)) return null
      const entry = id.slice(0, -suffix.length)
      const text = made.get(entry) ?? bundled(entry, shipped)
      made.set(entry, text)
      return `export default ${JSON.stringify(await text)}`
    },
  }
}
