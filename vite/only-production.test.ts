import { resolve } from 'node:path'
import { build, type Plugin } from 'vite'
import { expect, test } from 'vitest'
import { oneTypeScript } from './one-typescript.ts'
import { onlyProduction } from './only-production.ts'

/** Builds one small entry with one plugin; nothing is written. */
const built = (code: string, plugin: Plugin) =>
  build({
    configFile: false,
    logLevel: 'silent',
    root: resolve('.'),
    build: { write: false, ssr: true, rollupOptions: { input: 'planted-entry' } },
    plugins: [
      {
        name: 'planted-entry',
        resolveId: (id) => (id === 'planted-entry' ? resolve('src/app/planted.ts') : undefined),
        load: (id) => (id === resolve('src/app/planted.ts') ? code : undefined),
      },
      plugin,
    ],
  })

test('a chunk with a fixture or an example fails the build', async () => {
  for (const module of ['/src/fixtures/build.ts', '/src/core/rules/alias/too-many.examples.ts'])
    await expect(
      built(`export * from ${JSON.stringify(resolve(`.${module}`))}`, onlyProduction()),
      module,
    ).rejects.toThrow('which is there for tests')
})

test('a chunk of what people get is built', async () => {
  await expect(
    built(`export * from ${JSON.stringify(resolve('src/core/model/path.ts'))}`, onlyProduction()),
  ).resolves.toBeDefined()
})

test('Monaco’s own TypeScript worker is taken out, and an update that asks for it differently is noticed', () => {
  const { transform } = oneTypeScript()
  const id = '/node_modules/monaco-editor/esm/vs/languages/features/typescript/workerManager.js'
  const error = (message: string) => {
    throw new Error(message)
  }
  if (typeof transform !== 'function') throw new Error('The plugin has a plain transform.')
  const through = (code: string) => Reflect.apply(transform, { error }, [code, id])
  expect(
    through(
      'createWorker: () => new Worker(new URL(\'ts.worker.js\', import.meta.url), { type: "module" }),',
    ),
  ).toEqual({ code: 'createWorker: () => undefined,', map: null })
  expect(() => through('createWorker: () => other()')).toThrow('asks for its TypeScript worker')
})
