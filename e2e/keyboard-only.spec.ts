import type { Page } from '@playwright/test'
import { expect, test } from './designer.ts'

test('a behavior is reordered, removed and brought back with the keyboard alone', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('WordPress')
  const outline = page.getByRole('navigation', { name: 'Outline' })
  await outline.getByRole('treeitem', { name: '3. /wp-content/*' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(outline.getByRole('treeitem', { name: '2. /wp-content/*' })).toBeVisible()
  await expect(page.getByText('“/wp-content/*” was moved to position 2.')).toBeAttached()
  await page.keyboard.press('Control+z')
  await expect(outline.getByRole('treeitem', { name: '3. /wp-content/*' })).toBeVisible()
})

test('commands are found by typing and run by Enter', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Static site')
  await page.keyboard.press('Control+k')
  await page.getByLabel('Find a command').fill('add behav')
  await page.keyboard.press('Enter')
  await expect(designer.node('Site/behavior//path/*')).toBeVisible()
  await page.getByRole('main', { name: 'Canvas' }).click({ position: { x: 20, y: 20 } })
  await page.keyboard.press('?')
  await expect(page.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible()
})

test('a distribution is drawn with the keyboard alone', async ({ designer, page }) => {
  await designer.start()
  await page.getByRole('button', { name: 'New design', exact: true }).focus()
  await page.keyboard.press('Enter')
  // An origin and a behavior from the palette; the behavior is named and led to the origin in its form.
  await page.getByLabel('Search the palette').focus()
  await page.keyboard.type('api gateway')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Domain name', { exact: true })).toBeFocused()
  await page.getByLabel('Search the palette').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('cache behavior')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Path pattern', { exact: true })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('/api/*')
  await page.keyboard.press('Tab')
  await page.getByLabel('Origin or origin group').focus()
  await page.keyboard.type('api')
  await expect(page.getByLabel('Origin or origin group')).toHaveValue('api')
  await expect(designer.outline.getByRole('treeitem', { name: '1. /api/*' })).toBeVisible()
})

test('the menu of a thing opens, duplicates and removes by keys', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Single-page app')
  // Where nothing is selected, it is the canvas's own.
  await page.locator('[data-pane="canvas"]').focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu', { name: 'Menu of the canvas' })).toBeVisible()
  await page.keyboard.press('Escape')
  const entry = designer.outline.getByRole('treeitem', { name: '1. /api/*' })
  await entry.focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.type('dup')
  await page.keyboard.press('Enter')
  const copy = designer.outline.getByRole('treeitem', { name: '/api-2/*' })
  await expect(copy).toBeVisible()
  await copy.focus()
  await page.keyboard.press('Delete')
  await expect(copy).toHaveCount(0)
  await expect(page.getByText('“/api-2/*” was removed; undo brings it back.')).toBeAttached()
  await page.keyboard.press('Control+z')
  await expect(copy).toBeVisible()
})

test('the outline is a tree: arrows, folding, several entries, Enter to the form', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('WordPress')
  const site = designer.outline.getByRole('treeitem', { name: 'Blog', exact: true })
  await site.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(site).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  const first = designer.outline.getByRole('treeitem').nth(1)
  await expect(first).toBeFocused()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Path pattern', { exact: true })).toBeFocused()
})

test('a node is selected, edited and led away from with keys', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  await designer.node('Site/origin/api').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'api', exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await designer.node('Site/origin/api').focus()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Inspector' })).toHaveCount(0)
})

test('a problem is mended and the design exported with the keyboard alone', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.showProblems('All')
  await expect(designer.problems.first()).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByRole('region', { name: 'Inspector' }).locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('export-text')).toContainText('AWS::CloudFront::Distribution')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a design is searched, shown in part, kept, shared, named and turned dark with the keyboard alone', async ({
  designer,
  page,
}) => {
  const { keyboard } = page
  const command = async (words: string) => {
    await keyboard.press('Control+k')
    await page.getByLabel('Find a command').fill(words)
    await keyboard.press('Enter')
  }
  await designer.start()
  await designer.openExample('WordPress')
  await designer.settled()
  await keyboard.press('Control+f')
  await keyboard.type('wp-admin')
  await expect(designer.node('Blog/behavior/default').locator('[data-dim="true"]')).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '/wp-admin/*' })).toBeVisible()
  await keyboard.press('Escape')
  await command('show the path of')
  await expect(designer.node('Blog/behavior/default').locator('[data-dim="true"]')).toBeVisible()
  await command('earlier versions')
  const label = page.getByLabel('Keep the design as it is now, called')
  await label.focus()
  await keyboard.type('as it was')
  await keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Versions' })).toContainText('as it was')
  await keyboard.press('Escape')
  await command('share the design')
  await expect(page.getByLabel('Link', { exact: true })).toHaveValue(/#design=/)
  await keyboard.press('Escape')
  await command('switch between light and dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByLabel('Name of the design').focus()
  await keyboard.press('Control+a')
  await keyboard.type('Our blog')
  await designer.saved()
  await page.reload()
  await expect(page.getByLabel('Name of the design')).toHaveValue('Our blog')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

const options = (page: Page) => page.getByRole('listbox', { name: 'Commands' }).getByRole('option')

test('the palette of commands leads to settings, into its groups and back, and offers what was used last', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('WordPress')
  await designer.settled()
  const query = page.getByLabel('Find a command')
  await page.keyboard.press('Control+k')
  await query.fill('price class')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Price class', { exact: true })).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(options(page).first()).toHaveText(/Price class/)
  await query.fill('go to a thing')
  await expect(options(page)).toHaveCount(0)
  await query.fill('')
  await options(page).filter({ hasText: 'Go to a thing of the design…' }).click()
  await query.fill('wp-admin')
  await expect(options(page)).toHaveCount(1)
  await query.fill('')
  await page.keyboard.press('Backspace')
  await query.fill('price class')
  await expect(options(page)).toHaveCount(1)
  await query.fill('wp-admin')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '/wp-admin/*' })).toBeVisible()
})

test('a command that leads to a pane takes the focus there, also where it is shown already', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.newDesign()
  const lead = async (words: string, pane: string) => {
    await page.keyboard.press('Control+k')
    await expect(page.getByLabel('Find a command')).toBeFocused()
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await expect(page.locator(`[data-pane="${pane}"]`)).toBeFocused()
  }
  await lead('ship', 'work')
  await lead('mode review', 'work')
  await lead('mode review', 'work')
  await lead('mode design', 'canvas')
})
