/** What the design has otherwise than before: on the drawing, in the outline, in words and in the text. */
import { readFileSync } from 'node:fs'
import { expect, test } from './designer.ts'

test('what changed is marked on the drawing and told thing by thing', async ({ designer }) => {
  const { page } = designer
  await designer.start()
  await designer.openExample('Static site')
  await designer.addFromPalette('Cache behavior')
  const pattern = page.getByLabel('Path pattern', { exact: true })
  await pattern.fill('/new/*')
  await pattern.press('Enter')
  await designer.showPanel('Review')
  const made = page.locator('.react-flow__node[data-id*="/behavior/"]').filter({ hasText: '/new/*' })
  await expect(made.getByRole('img', { name: 'Cache behavior /new/* is new' })).toBeVisible()
  const list = page.getByRole('region', { name: 'What was changed' })
  await expect(list.getByRole('listitem')).toHaveText(/New.*Cache behavior \/new\/\*/)
  await designer.showPanel('Design')
  await expect(made.getByRole('img', { name: /is new/ })).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.getByLabel('Find a command').fill('Mark on the drawing what changed')
  await page.keyboard.press('Enter')
  await expect(made.getByRole('img', { name: /is new/ })).toBeVisible()
  await expect(designer.outline.getByRole('treeitem', { name: /\/new\/\* new$/ })).toBeVisible()
})

test('another file is compared with: alike changes together, the problems that come, and all of it as a file', async ({
  designer,
}) => {
  const { page } = designer
  const text = readFileSync('public/examples/failover.yaml', 'utf8')
  await designer.start()
  await designer.openTemplate(
    'new.yaml',
    text.replace('ViewerProtocolPolicy: redirect-to-https', 'ViewerProtocolPolicy: allow-all'),
  )
  await designer.showPanel('Review')
  await page
    .getByLabel('File to compare with')
    .setInputFiles({ name: 'old.yaml', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await expect(page.getByRole('region', { name: 'What was changed' })).toContainText('redirect-to-https')
  await expect(page.getByRole('region', { name: 'Problems that are new' })).toContainText('plain HTTP')
  await expect(page.getByText('Before: The file “old.yaml”. After: “new” as it is open here.')).toBeVisible()
  // What was opened stays while another mode is looked at.
  await designer.showPanel('Design')
  await designer.showPanel('Review')
  await expect(page.getByText('Before: The file “old.yaml”.')).toBeVisible()
  // A file that cannot be read is told where it was chosen, and the comparison stays.
  await page
    .getByLabel('File to compare with')
    .setInputFiles({ name: 'torn.yaml', mimeType: 'text/plain', buffer: Buffer.from('hello: [') })
  const torn = page.getByRole('alert')
  await expect(torn).toContainText('“torn.yaml” was not read. Line 1')
  await expect(torn).toContainText('What stands below is the comparison before.')
  await expect(page.getByRole('region', { name: 'What was changed' })).toContainText('redirect-to-https')
  await designer.saved()
  await page.reload()
  await expect(page.getByText('The file “old.yaml” is not kept when the page is left')).toBeVisible()
  await page
    .getByLabel('File to compare with')
    .setInputFiles({ name: 'old.yaml', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await expect(page.getByText('Before: The file “old.yaml”.')).toBeVisible()
  await expect(page.getByText('is not kept when the page is left')).toHaveCount(0)
  const downloaded = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Report of the changes' }).click()
  const html = readFileSync(await (await downloaded).path(), 'utf8')
  for (const part of ['The file “old.yaml”', 'HTTP and HTTPS', 'traced', 'viewer-http-allowed'])
    expect(html).toContain(part)
})

test('one difference of many is taken back, by keys too, and what it needs comes with it', async ({
  designer,
}) => {
  const { page } = designer
  await designer.start()
  await designer.openExample('Static site')
  await designer.saved()
  const file = await designer.exported()
  await designer.addFromPalette('API Gateway')
  await designer.addFromPalette('Cache behavior')
  await designer.showPanel('Review')
  await page
    .getByLabel('File to compare with')
    .setInputFiles({ name: 'old.yaml', mimeType: 'text/plain', buffer: Buffer.from(file) })
  const list = page.getByRole('region', { name: 'What was changed' })
  const items = list.getByRole('listitem')
  await expect(items).toHaveCount(2)
  await list.getByRole('button', { name: 'Take back: Cache behavior /path/*' }).click()
  await expect(items).toHaveCount(1)
  await expect(page.getByText('Cache behavior /path/* is as before.')).toBeVisible()
  await expect(list.getByRole('button').last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(list.getByRole('heading', { name: 'The design is the same' })).toBeFocused()
  await designer.undo.click()
  await expect(items).toHaveText(/API Gateway|api/i)
})

test('an export tells what the text has otherwise than the design as it was opened', async ({ designer }) => {
  const { page } = designer
  await designer.start()
  await designer.openExample('Static site')
  await designer.addFromPalette('Cache behavior')
  await page.keyboard.press('Control+Shift+s')
  await page.getByText('What changed since the design was opened').click()
  await expect(page.locator('[data-change="added"]').filter({ hasText: 'PathPattern' })).toBeVisible()
})
