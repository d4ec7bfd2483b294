import { expect, test } from './designer.ts'

test('a request is made, traced, kept and expected something of without the mouse', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Static site')
  await page.keyboard.press('Control+Enter')
  const { keyboard } = page
  const url = page.getByLabel('URL or path')
  await url.focus()
  await keyboard.press('Control+A')
  await keyboard.type('/assets/app.js')
  await keyboard.press('Enter')
  await expect(page.getByTestId('trace-outcome')).toContainText('Miss from cloudfront')
  await expect(page.getByText('GET /assets/app.js: 200 · Miss from cloudfront')).toBeAttached()
  await keyboard.press('Enter')
  await expect(page.getByTestId('trace-outcome')).toContainText('Hit from cloudfront')
  await page.getByRole('tab', { name: 'Story' }).focus()
  await keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Caches' })).toBeFocused()
  await keyboard.press('End')
  await keyboard.press('ArrowLeft')
  await expect(page.getByRole('tab', { name: /^Tests/ })).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('Tab')
  await expect(page.getByLabel('Name of the new scenario')).toBeFocused()
  await keyboard.type('kept')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  // The example has scenarios of its own.
  await expect(page.getByTestId('test-summary')).toContainText(/^(\d+) of \1 pass/)
  const kept = page.getByRole('region', { name: 'Scenario kept' })
  await kept.getByText('Expect of step 2…').focus()
  await keyboard.press('Enter')
  await kept.getByLabel('served by edge').focus()
  await keyboard.press('Space')
  await expect(kept.getByText('✓ servedBy: "edge"')).toBeVisible()
  await page
    .getByRole('tab', { name: /assets\/app.js/ })
    .first()
    .focus()
  await keyboard.press('ArrowDown')
  await keyboard.press('Escape')
  await page.getByRole('tab', { name: /^Tests/ }).focus()
  await keyboard.press('Home')
  await expect(page.getByTestId('trace-outcome')).toContainText('Miss from cloudfront')
})

test('a recording is replayed, and the origins answer as they did', async ({ designer, page }) => {
  const entry = (path: string, status: number, text: string) => ({
    request: { method: 'GET', url: `https://www.example.com${path}`, httpVersion: 'h2', headers: [] },
    response: {
      status,
      headers: [{ name: 'Cache-Control', value: 'max-age=5' }],
      content: { size: text.length, text },
    },
  })
  const har = {
    log: {
      version: '1.2',
      entries: [entry('/a', 200, 'one'), entry('/b', 404, 'none'), entry('/a', 200, 'one')],
    },
  }
  await designer.start()
  await designer.openExample('Security headers')
  await designer.showPanel('Trace')
  await page.getByRole('button', { name: 'curl, HAR' }).click()
  const file = (text: string) => ({ name: 'x.har', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.getByLabel('HAR file').setInputFiles(file('{}'))
  await expect(page.getByText('This is no HAR file')).toBeVisible()
  await page.getByLabel('HAR file').setInputFiles(file(JSON.stringify(har)))
  await page.getByRole('button', { name: 'Replay 3 requests to www.example.com' }).click()
  const sent = page.getByRole('tablist', { name: 'Sent requests' }).getByRole('tab')
  await expect(sent).toHaveCount(3)
  await expect(sent.first()).toContainText('Hit from cloudfront')
  await expect(sent.nth(1)).toContainText('404')
  await designer.saved()
  await page.reload()
  await designer.showPanel('Trace')
  await page.getByRole('tab', { name: 'Origins' }).click()
  await expect(page.getByText('2 rules; the first that matches answers')).toBeVisible()
})
