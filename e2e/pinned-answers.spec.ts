import { expect, test } from './designer.ts'

test('an answer of an origin is pinned from a trace, holds over a reload and another script, and is let go', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.trace('/api/users')
  const api = designer.node('Site/origin/api')
  await expect(api.getByTestId('pins')).toHaveCount(0)
  const fetch = page
    .getByRole('list', { name: 'What happened' })
    .locator(':scope > li', { hasText: 'Origin fetch' })
  await fetch.getByRole('button', { name: 'Pin this answer' }).focus()
  await page.keyboard.press('Enter')
  await expect(fetch.getByRole('button', { name: 'Unpin this answer' })).toBeVisible()
  await expect(page.getByText(/^Pinned: “api” answers GET \/prod\/api\/users like this/)).toBeAttached()
  await expect(api.getByTestId('pins')).toBeVisible()
  await expect(api).toHaveAccessibleName(/1 pinned answer/)

  await designer.saved()
  await page.reload()
  await expect(api.getByTestId('pins')).toBeVisible()
  await page.getByRole('tab', { name: 'Origins' }).click()
  await expect(page.getByRole('list', { name: 'Pinned answers of api' })).toContainText('GET /prod/api/users')
  await page.getByLabel('Preset for api').selectOption({ label: 'Fails with 503' })
  await expect(page.getByLabel('Preset for api').locator('option:checked')).toHaveText('Fails with 503')
  expect(await designer.trace('/api/other')).toContain('503')
  expect(await designer.trace('/api/users')).not.toContain('503')
  expect(await designer.exported()).not.toContain('pinned')

  await page.getByRole('tab', { name: 'Origins' }).click()
  await page.getByRole('button', { name: 'Unpin GET /prod/api/users' }).focus()
  await page.keyboard.press('Enter')
  await expect(api.getByTestId('pins')).toHaveCount(0)
  // One key sends the last request again, though the edit has left the caches cold.
  await page.locator('body').press('Control+Shift+Enter')
  await page.getByRole('tab', { name: 'Story' }).click()
  await expect(page.getByTestId('trace-outcome')).toContainText('503')
  await expect(
    page.getByLabel('Preset', { exact: true }).locator('optgroup[label="Sent before"] option'),
  ).toHaveText([/^GET \/api\/users/, /^GET \/api\/other/])
})
