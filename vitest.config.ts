import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { hasPython } from './bin/python.js'
import { projectOf, pythonModules, type TestProject } from './src/fixtures/test-projects.ts'
import { guestLibraries } from './vite/guest-libraries.ts'

const files = ['src', 'bin', 'vite'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.test\.tsx?$/.test(file)),
)
const projects: Record<TestProject, string[]> = { pure: [], alone: [], peers: [] }
const modules = pythonModules('src/fixtures')
for (const file of files) projects[projectOf(file, readFileSync(file, 'utf8'), modules)].push(file)

if (!hasPython())
  console.warn(
    `NOT RUN: ${projects.peers.length} files of tests need the Python environments; “npm run setup” makes them.`,
  )

/** A test or its clearing up that hangs ends; one that only waits for a busy machine does not. */
const [testTimeout, hookTimeout] = [300_000, 300_000]

const plugins = [guestLibraries()]

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      { plugins, test: { name: 'pure', include: projects.pure, isolate: false, testTimeout, hookTimeout } },
      { plugins, test: { name: 'alone', include: projects.alone, testTimeout, hookTimeout } },
      ...(hasPython()
        ? [
            {
              plugins,
              test: { name: 'peers', include: projects.peers, testTimeout, hookTimeout },
            },
          ]
        : []),
    ],
    coverage: { include: ['src/core/**'], exclude: ['**/*.test.ts', '**/*.examples.ts'] },
  },
})
