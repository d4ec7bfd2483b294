import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'
import { ahead } from './vite/ahead.ts'
import { commandChunks, withoutProcesses } from './vite/command.ts'
import { compiledAhead } from './vite/compiled-ahead.ts'
import { guestLibraries } from './vite/guest-libraries.ts'
import { lazily } from './vite/lazy.ts'
import { libraryTypes } from './vite/library-types.ts'
import { notesSources } from './vite/notes-sources.ts'
import { notesShipped, type Shipped, writesNotice } from './vite/notices.ts'
import { offline } from './vite/offline.ts'
import { oneTypeScript } from './vite/one-typescript.ts'
import { onlyProduction } from './vite/only-production.ts'
import { ruleExamples } from './vite/rule-examples.ts'
import { sandboxEngine } from './vite/sandbox-engine.ts'
import { withoutStaleChunks } from './vite/without-stale-chunks.ts'

/** The packages in what this call builds. */
const shipped: Shipped = new Set()

/**
 * What is always asked for together is one file each: the page, the libraries that it stands on (which do not change with
 * every version), the drawing of an open design, and the rules that check it.
 * By itself the bundler would make a file of whatever any two parts share, dozens of them for the first view.
 */
const parts = [
  {
    name: 'libraries',
    test: /\/node_modules\/(?:react|react-dom|scheduler|zustand|use-sync-external-store|react-resizable-panels)\//,
    priority: 4,
  },
  { name: 'page', tags: ['$initial' as const], priority: 3 },
  { name: 'drawing', test: /\/src\/features\/canvas\/Canvas\.tsx$/, priority: 2 },
  {
    name: 'check',
    test: /\/src\/core\/(?:rules\/(?:index|harness\/run)|formats\/cloudformation\/default-behind)\.ts$/,
    priority: 1,
  },
]

/** The page: static files in dist/page, addresses relative so that any path can serve it. */
const page: UserConfig = {
  base: './',
  plugins: [
    react(),
    guestLibraries(shipped),
    ruleExamples(),
    oneTypeScript(),
    onlyProduction(),
    writesNotice(shipped, 'NOTICE.md'),
    // The rules come when the drawing stands: compiled at the same time, they delay it and are themselves there no sooner.
    ahead(['drawing']),
    compiledAhead(['index', 'libraries', 'drawing']),
    offline(),
  ],
  worker: { format: 'es', plugins: () => [guestLibraries(shipped), notesShipped(shipped)] },
  // Monaco is one large chunk, loaded when an editor is first shown.
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 8000,
    rolldownOptions: { output: { codeSplitting: { groups: parts } } },
  },
}

/** What runs in Node: by `--mode library` the library and the threads, by `--mode engine` the engine as a plain shared cache. */
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

/**
 * Packages of which the command uses a small part, those that every check needs, whose code is then kept compiled with
 * ours, and those that CommonJS cannot ask for without a warning.
 */
const bundled = [
  /^@modelcontextprotocol\/sdk/,
  /^zod/,
  /^(?:ajv|fast-|json-schema-traverse)/,
  /^vscode-/,
  /^(?:acorn|commander|diff|immer|mime|yaml)$/,
  /^@noble\//,
]

/** The modules of the package by their names in src/cli/library. */
const libraries = { local: 'index', check: 'check', trace: 'trace' }

const forNode = (name: string, entries: Readonly<Record<string, string>>): UserConfig => ({
  publicDir: false,
  define: { frontageVersion: JSON.stringify(version) },
  ssr: { noExternal: bundled },
  plugins: [
    notesSources(name),
    guestLibraries(shipped),
    withoutStaleChunks(`chunks/${name}`),
    onlyProduction(),
    writesNotice(shipped, `NOTICE.${name}.md`),
    ...('index' in entries ? [libraryTypes('src/cli/library', libraries)] : []),
  ],
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    rollupOptions: {
      input: { ...entries },
      output: { entryFileNames: '[name].js', chunkFileNames: `chunks/${name}/[name]-[hash].js` },
    },
  },
})

const threads = {
  'sandbox-worker': 'src/cli/sandbox-worker.ts',
  'replay-worker': 'src/cli/replay-worker.ts',
}
const whole = forNode('whole', { cli: 'src/cli/start.ts', ...threads })
/** The command with everything it needs, for where nothing is installed beside it: the action, the editor's extension. */
const wholeCommand: UserConfig = {
  ...whole,
  ssr: { noExternal: true },
  plugins: [...(whole.plugins ?? []), sandboxEngine('chunks/whole')],
  build: { ...whole.build, outDir: 'dist/whole' },
}

/** The `frontage` command, in the form whose compiled code can be kept in Node 20. */
const inNode = forNode('cli', {})
const command: UserConfig = {
  ...inNode,
  plugins: [...(inNode.plugins ?? []), lazily({ acorn: ['parse'] }), withoutProcesses(), commandChunks()],
  build: {
    ...inNode.build,
    rollupOptions: {
      input: { main: 'src/cli/main.ts' },
      output: {
        format: 'cjs',
        entryFileNames: 'chunks/cli/[name]-[hash].cjs',
        chunkFileNames: 'chunks/cli/[name]-[hash].cjs',
      },
    },
  },
}

/** The extension for VS Code as one file; `vscode` is the editor itself. */
const extension: UserConfig = {
  publicDir: false,
  ssr: { noExternal: true },
  plugins: [onlyProduction(), writesNotice(shipped, 'NOTICE.md')],
  build: {
    ssr: true,
    outDir: 'dist/vscode/extension',
    target: 'node20',
    rollupOptions: {
      external: ['vscode'],
      input: { extension: 'src/vscode/extension.ts' },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
}

const shard = forNode('spark', { 'spark-shard': 'src/cli/spark-shard.ts' })
/** What Spark runs on machines where nothing of ours is installed: one file with all it needs. */
const sparkShard: UserConfig = {
  ...shard,
  ssr: { noExternal: true },
  build: {
    ...shard.build,
    rollupOptions: {
      input: { 'spark-shard': 'src/cli/spark-shard.ts' },
      output: { entryFileNames: '[name].js', codeSplitting: false },
    },
  },
}

export default defineConfig(({ mode }) => {
  if (mode === 'cli') return command
  if (mode === 'library')
    return forNode('library', {
      ...threads,
      index: 'src/cli/library/local.ts',
      check: 'src/cli/library/check.ts',
      trace: 'src/cli/library/trace.ts',
    })
  if (mode === 'whole') return wholeCommand
  if (mode === 'vscode') return extension
  if (mode === 'spark') return sparkShard
  if (mode === 'engine') return forNode('engine', { engine: 'src/core/trace/engine/shared-cache.ts' })
  return page
})
