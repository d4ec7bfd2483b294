import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from './designer.ts'

// The answer that tells of it is an error in the browser's console.
test.use({ harmless: /^Failed to load resource/ })

test('an endpoint that does not answer is one message, and the open design is untouched', async ({
  designer,
}) => {
  const { page } = designer
  const frontage = spawn(
    process.execPath,
    ['bin/frontage.js', 'serve', '--port', '0', '--endpoint-url', 'http://127.0.0.1:9'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    },
  )
  try {
    const [line] = await once(frontage.stdout, 'data')
    await page.goto(/http:\S+/.exec(String(line))?.[0] ?? '')
    await page.getByRole('button', { name: /^Two regions/ }).click()
    await page.getByRole('tab', { name: 'Ship' }).click()
    await page.getByRole('button', { name: 'Plan', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('does not answer', { timeout: 20_000 })
    await expect(page.getByRole('alert')).toHaveCount(1)
    await expect(page.locator('.react-flow__node[data-id="Site/origin/ireland"]')).toBeVisible()
  } finally {
    frontage.kill('SIGTERM')
    await once(frontage, 'exit')
  }
})
