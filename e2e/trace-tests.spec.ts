import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './designer.ts'

test('what was sent becomes a test that turns red while the design is edited, and runs in a terminal', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.trace('/assets/app.js')
  await designer.trace('/assets/app.js')
  await page.getByRole('tab', { name: 'Tests' }).click()
  await page.getByLabel('Name of the new scenario').fill('assets are kept')
  await page.getByRole('button', { name: 'Save the 2 requests as a scenario' }).click()
  const summary = page.getByTestId('test-summary')
  await expect(summary).toContainText('3 of 3 pass')

  await page.getByText('Expect of step 2…').click()
  await page.getByLabel('the origin is not asked').check()
  await expect(page.getByText('✓ originRequests: []')).toBeVisible()

  await designer.node('Site/behavior/default').click()
  await page.getByLabel('Inspector').getByLabel('Cache policy').selectOption({ label: 'CachingDisabled' })
  await expect(summary).toContainText('1 of 3 pass')
  await expect(page.getByText(/xCache: expected "Hit from cloudfront"/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(summary).toContainText('3 of 3 pass')

  const folder = mkdtempSync(join(tmpdir(), 'frontage-'))
  writeFileSync(join(folder, 'template.yaml'), readFileSync('public/examples/spa-with-api.yaml', 'utf8'))
  await page.getByText('Files for frontage test').click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export the scenarios' }).click(),
  ])
  const scenarios = join(folder, file.suggestedFilename())
  await file.saveAs(scenarios)
  const told = execFileSync(process.execPath, ['bin/frontage.js', 'test', scenarios], { encoding: 'utf8' })
  expect(told).toContain('3 passed, 0 failed')
})

test('what if: a change is tried on what was sent before it is made', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Static site')
  await designer.trace('/assets/app.js')
  await designer.trace('/assets/app.js')
  await page.getByRole('tab', { name: 'What if' }).click()
  await page.getByLabel('were', { exact: true }).selectOption({ label: 'Managed-CachingDisabled' })
  await page.getByRole('button', { name: 'Show what would change' }).click()
  const comparison = page.getByTestId('comparison')
  await expect(comparison).toContainText('8 of 20 requests change')
  await expect(comparison).toContainText('cold (step 1) and warm (step 3)')
  await comparison
    .getByText(/200 Hit → 200 Miss/)
    .first()
    .click()
  await expect(comparison).toContainText('They part at Cache key')
  await page.getByRole('button', { name: 'Apply the change' }).click()
  await page.getByRole('tab', { name: 'Story' }).click()
  await page.getByRole('button', { name: 'Trace all 2 again' }).click()
  await expect(page.getByText(/^Changed by the edit in \d+ ways$/)).toBeVisible()
  await page.getByRole('tab', { name: 'What if' }).click()
  await page.getByRole('button', { name: 'Compare with the design as it is now' }).click()
  await expect(comparison).toContainText(/[1-9]\d* of \d+ requests change/)
})

test('two hundred requests are run again after an edit while the page goes on drawing', async ({
  designer,
  page,
}) => {
  const send = (path: string) => ({ request: { url: path }, expect: { status: 200 } })
  const scenarios = Array.from({ length: 50 }, (_, number) => ({
    name: `scenario ${number}`,
    steps: [send(`/${number}`), send(`/${number}`), { advance: 90_000 }, send(`/${number}`), send('/')],
  }))
  await designer.start()
  await designer.openExample('Security headers')
  await designer.showPanel('Trace')
  await page.getByRole('tab', { name: 'Tests' }).click()
  await page.getByText('Files for frontage test').click()
  const text = JSON.stringify({ scenarios: scenarios.map((scenario) => ({ ...scenario, origins: {} })) })
  await page
    .getByLabel('Import scenarios')
    .setInputFiles({ name: 's.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  const summary = page.getByTestId('test-summary')
  await expect(summary).toContainText('of 51 pass')
  await designer.node('Site/behavior/default').click()
  const compress = page.getByLabel('Inspector').getByRole('checkbox', { name: /Compress/ })
  await expect(compress).toBeVisible()
  const { frames, elapsed } = await compress.evaluate(async (box: HTMLInputElement) => {
    const told = () => document.querySelector('[data-testid="test-summary"]')?.textContent ?? ''
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const start = performance.now()
    box.click()
    let frames = 0
    let hasBegun = false
    while (performance.now() - start < 20_000) {
      await frame()
      frames += 1
      hasBegun ||= told().startsWith('Running')
      if (hasBegun && told().includes('of 51 pass')) break
    }
    return { frames, elapsed: performance.now() - start }
  })
  expect(elapsed).toBeLessThan(20_000)
  expect(frames).toBeGreaterThanOrEqual(Math.floor(elapsed / 200))
  await expect(summary).toContainText(/of 51 pass, \d+ ms after the last edit/)
})
