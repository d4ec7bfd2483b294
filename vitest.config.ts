import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 20_000,
    coverage: { include: ['src/core/**'], exclude: ['**/*.test.ts', '**/*.examples.ts'] },
  },
})
