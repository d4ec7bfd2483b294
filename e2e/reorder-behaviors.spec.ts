import { expect, test } from './designer.ts'

test('a behavior dragged above another takes its precedence, and undo gives it back', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('WordPress')
  const [media, admin] = [
    designer.node('Blog/behavior//wp-content/*'),
    designer.node('Blog/behavior//wp-admin/*'),
  ]
  await expect(media).toContainText('3')
  await designer.settled()
  const from = await media.boundingBox()
  const to = await admin.boundingBox()
  if (!from || !to) throw new Error('Both behaviors must be in view.')
  await page.mouse.move(from.x + 60, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(from.x + 70, from.y - 20, { steps: 4 })
  await page.mouse.move(to.x + 60, to.y - 20, { steps: 8 })
  await expect(page.getByTestId('insertion')).toBeVisible()
  await page.mouse.up()
  const outline = page.getByRole('navigation', { name: 'Outline' })
  await expect(outline.getByRole('treeitem', { name: '1. /wp-content/*' })).toBeVisible()
  await designer.showPanel('Problems')
  await expect(designer.problems.filter({ hasText: 'never runs' })).toHaveCount(0)
  await page.getByRole('button', { name: /^Undo: Move/ }).click()
  await expect(outline.getByRole('treeitem', { name: '3. /wp-content/*' })).toBeVisible()
})
