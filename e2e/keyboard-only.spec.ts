import { expect, test } from './designer.ts'

test('a behavior is reordered, removed and brought back with the keyboard alone', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('WordPress')
  const outline = page.getByRole('navigation', { name: 'Outline' })
  await outline.getByRole('treeitem', { name: '3. /wp-content/*' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(outline.getByRole('treeitem', { name: '2. /wp-content/*' })).toBeVisible()
  await expect(page.getByText('Move “/wp-content/*” to position 2')).toBeAttached()
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
