/** Builds a bench file for Node and runs it: `node bench/run.js engine`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, runnerImport } from 'vite'

const { module } = await runnerImport('/vite/guest-libraries.ts', { configFile: false })
// The runner of TypeScript says “development”, and a peer's page would be built with React's slow half.
process.env.NODE_ENV = 'production'
const name = process.argv[2] ?? 'engine'
const folder = await mkdtemp(join(import.meta.dirname, `../node_modules/.bench-${name}-`))
try {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [module.guestLibraries()],
    build: { ssr: join(import.meta.dirname, `${name}.ts`), outDir: folder, target: 'node20', minify: false },
  })
  await import(pathToFileURL(join(folder, `${name}.js`)).href)
} finally {
  await rm(folder, { recursive: true, force: true })
}
