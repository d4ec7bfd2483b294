import { defineConfig } from '@playwright/test'
import { findChromium, findFirefox, findWebKit, missingChromium } from '#bin/browsers.js'

/** Chromium's own sandbox needs a user that is not root; the tests only open the page that they serve. */
const isRoot = typeof process.getuid === 'function' && process.getuid() === 0
const chromium = findChromium()
if (chromium === undefined) throw new Error(missingChromium)
/** Those who have other browsers run what is for them; nobody has to. */
const others = [
  { name: 'firefox', testMatch: 'firefox.spec.ts', isHere: findFirefox() !== undefined },
  { name: 'webkit', testMatch: 'webkit.spec.ts', isHere: findWebKit() !== undefined },
]

export default defineConfig({
  testDir: '.',
  globalSetup: './built.ts',
  outputDir: '../test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Files run beside each other, the tests of a file one after the other; each worker has servers of its own.
  workers: 2,
  // What fails runs once more, with a trace to look at. Recording each test would cost more than all the rest of it.
  retries: 1,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? '../test-results/e2e.json' }],
  ],
  // What the page keeps for itself would answer in the place of routes; offline.spec.ts lets it.
  use: { viewport: { width: 1440, height: 900 }, trace: 'on-first-retry', serviceWorkers: 'block' },
  projects: [
    {
      name: 'chromium',
      testIgnore: others.map(({ testMatch }) => testMatch),
      use: {
        launchOptions: {
          executablePath: chromium,
          args: [
            '--disable-background-networking',
            '--disable-component-update',
            ...(isRoot ? ['--no-sandbox'] : []),
          ],
        },
      },
    },
    ...others.filter(({ isHere }) => isHere).map(({ name, testMatch }) => ({ name, testMatch })),
  ],
})
