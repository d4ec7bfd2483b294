import { defineConfig } from '@playwright/test'
import { findChromium } from './chromium.ts'

/** Chromium's own sandbox needs a user that is not root; the tests only open the page that they serve. */
const isRoot = typeof process.getuid === 'function' && process.getuid() === 0

export default defineConfig({
  testDir: '.',
  globalSetup: './servers.ts',
  outputDir: '../test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? '../test-results/e2e.json' }],
  ],
  use: {
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
})
