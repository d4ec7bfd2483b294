/** What a person is about to press stays where it is, and what was asked for has the focus. */
import { expect, test } from './designer.ts'

const leftOf = async (one: import('@playwright/test').Locator) => (await one.boundingBox())?.x

test('the modes stay where they are while a design is saved', async ({ designer, page }) => {
  await designer.start()
  await designer.newDesign()
  await designer.saved()
  const tab = page.getByRole('tab', { name: 'Trace' })
  const before = await leftOf(tab)
  const status = page.getByRole('button', { name: /^Saved in|^Saving/ })
  await status.evaluate((button) => {
    const words = button.querySelector('span')?.firstChild
    if (words) words.textContent = 'Saving…'
  })
  expect(await leftOf(tab)).toBe(before)
})

test('the export is downloaded by Enter, and its buttons stay in sight below long texts', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Static site')
  await designer.addFromPalette('Cache behavior')
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.getByRole('button', { name: 'Export' }).click()
  const button = page.getByRole('button', { name: 'Download' })
  await expect(button).toBeFocused()
  await page.getByText('What changed since the design was opened').click()
  await expect(page.getByText('PathPattern: /path/*').last()).toBeVisible()
  await expect(button).toBeInViewport({ ratio: 1 })
  await button.focus()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toBe('static-site.template.yaml')
})

test('the settings of another thing begin at their top, and those of nothing take no room', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.newDesign()
  const settings = page.getByRole('region', { name: 'Settings' })
  await designer.outline.getByRole('treeitem', { name: 'Default (*)' }).click()
  await settings.getByText('For whoever reads the design').scrollIntoViewIfNeeded()
  await designer.addFromPalette('CloudFront function')
  await expect(settings.getByRole('button', { name: 'Edit and run it' })).toBeInViewport()
  await page.keyboard.press('Control+z')
  await expect(settings).toHaveCount(0)
})

test('an entry of the outline stays where it is when things are added', async ({ designer }) => {
  await designer.start()
  await designer.newDesign()
  const entry = designer.outline.getByRole('treeitem', { name: 'Distribution' })
  const before = await entry.boundingBox()
  for (const item of ['API Gateway', 'Cache behavior', 'CloudFront function'])
    await designer.addFromPalette(item)
  expect(await entry.boundingBox()).toEqual(before)
})

test('a certificate that is typed comes with what CloudFront wants beside it', async ({ designer, page }) => {
  await designer.start()
  await designer.newDesign()
  await designer.outline.getByRole('treeitem', { name: 'Distribution' }).click()
  await page.getByLabel('ACM certificate ARN').fill('arn:aws:acm:us-east-1:123456789012:certificate/a')
  await expect(page.getByLabel('SSL support method')).toHaveValue('sni-only')
  await expect(page.getByLabel('Security policy')).toHaveValue('TLSv1.2_2021')
})

test('a function that is to be edited has the keys, and Enter after a whole name begins a line', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.newDesign()
  await designer.addFromPalette('CloudFront function')
  await page.getByRole('button', { name: 'Edit and run it' }).click()
  await expect(page.locator('.monaco-editor textarea').first()).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('function handler(event) {\nconst request = event.request')
  await expect(page.locator('.suggest-widget')).toBeVisible()
  await page.keyboard.type('\nreturn request')
  await expect(page.locator('.view-line').filter({ hasText: /^\s*return\srequest$/ })).toBeVisible()
})

test('what was searched for in the palette is gone when it was taken, and no name is cut there', async ({
  designer,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await designer.start()
  await designer.newDesign()
  const search = page.getByLabel('Search the palette')
  await search.fill('headers')
  const isCut = () =>
    page
      .getByRole('region', { name: 'Palette', exact: true })
      .evaluate((palette) =>
        [...palette.querySelectorAll('button > span')].some(
          (one) => one.getBoundingClientRect().right > palette.getBoundingClientRect().right,
        ),
      )
  await expect(designer.palette.getByText('UseOriginCacheControlHeaders').first()).toBeVisible()
  expect(await isCut()).toBe(false)
  await search.press('Enter')
  await expect(search).toHaveValue('')
})

test('from a behavior to what it uses, from that to its users, and to one more of them', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.newDesign()
  await designer.outline.getByRole('treeitem', { name: 'Default (*)' }).click()
  await designer.addFromPalette('CloudFront function')
  const settings = page.getByRole('region', { name: 'Settings' })
  await expect(settings.getByText('on viewer request')).toBeVisible()
  await designer.addFromPalette('Cache behavior')
  await expect(page.getByLabel('Path pattern')).toHaveValue('/path/*')
  await designer.outline.getByRole('treeitem', { name: /^Function/ }).click()
  await page.getByLabel('Use it for a behavior').selectOption('/path/*')
  await settings.getByRole('button', { name: '/path/*' }).click()
  await settings.getByRole('button', { name: 'Open “Function”' }).click()
  await expect(settings.getByRole('heading', { name: 'Function', exact: true })).toBeVisible()
})

test('tab goes from field to field, and the tools of a field have keys', async ({ designer, page }) => {
  await designer.start()
  await designer.newDesign()
  await designer.outline.getByRole('treeitem', { name: 'Distribution' }).click()
  const root = page.getByRole('textbox', { name: 'Default root object' })
  await root.fill('index.html')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Alternate domain names')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Alt+Delete')
  await expect(root).toHaveValue('')
  await expect(root).toBeFocused()
})

test('a problem that is mended at another field leads there, and is told there', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.newDesign()
  await designer.addFromPalette('API Gateway')
  await page.getByLabel('Domain name', { exact: true }).fill('a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com')
  await designer.addFromPalette('Cache behavior')
  await page.getByLabel('Path pattern').fill('/api/*')
  await page.keyboard.press('F8')
  const field = page.getByLabel('Cache policy', { exact: true })
  await expect(field).toBeFocused()
  await expect(page.locator('[data-path]').filter({ has: field })).toContainText('removes Authorization')
})

test('the link of a story that was told before an edit leads to the behavior that it meant', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('WordPress')
  await designer.trace('/wp-content/a.css')
  const link = page.getByRole('button', { name: /^Cache behavior \/wp-/ }).first()
  await expect(link).toHaveText('Cache behavior /wp-content/*')
  await designer.node('Blog/behavior//wp-admin/*').click()
  await page.keyboard.press('Delete')
  await expect(page.getByText('The design has changed since this was traced.')).toBeVisible()
  await expect(link).toHaveText('Cache behavior /wp-content/*')
})

test('Ctrl+A takes in what is read, and not every word of the page', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('WordPress')
  await designer.outline.getByRole('treeitem', { name: 'Default (*)' }).click()
  await page.getByRole('button', { name: 'Show it as JSON' }).focus()
  await page.keyboard.press('Control+a')
  const selected = await page.evaluate(() => String(getSelection()))
  expect(selected).toContain('Cache policy')
  expect(selected).not.toContain('Elastic Beanstalk')
})

test('what is dragged over a behavior shows where it would go', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('WordPress')
  await designer.settled()
  const item = designer.palette.getByRole('button', { name: /^Cache policy/ }).first()
  const row = designer.node('Blog/behavior/default')
  await item.scrollIntoViewIfNeeded()
  await item.hover()
  await page.mouse.down()
  await row.hover()
  await row.hover()
  await expect(row).toHaveClass(/is-target/)
  await page.mouse.up()
  await expect(page.locator('.is-target')).toHaveCount(0)
})

test('a first selection narrows the drawing and leaves its upper edge where it is', async ({
  designer,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  const head = designer.node('Site/distribution/')
  const before = await head.boundingBox()
  await designer.outline.getByRole('treeitem').first().click()
  await expect(page.getByRole('region', { name: 'Settings' })).toBeVisible()
  await designer.settled()
  const after = await head.boundingBox()
  expect(after?.width).toBeLessThan(before?.width ?? 0)
  expect(after?.y).toBeCloseTo(before?.y ?? 0, 0)
})

test('what a cache had is said beside the cards of a narrow drawing, and on none of them', async ({
  designer,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.trace('/index.html')
  await designer.trace('/index.html')
  await designer.settled()
  const words = page.locator('[data-cache="edge"] span')
  await expect(words).toHaveText(/^FRA56: fresh/)
  const said = await words.boundingBox()
  const card = await designer.node('Site/origin/app').boundingBox()
  expect((said?.x ?? 0) + (said?.width ?? 0)).toBeLessThan(card?.x ?? 0)
})
