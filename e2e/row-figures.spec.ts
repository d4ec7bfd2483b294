import { expect, test } from './designer.ts'
import { smallSite } from './small-site.ts'

test('a row says what came of its last request and how many were hits, and nothing of what nobody asked', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('shop.json', smallSite({ uncached: ['/api/*', '/quiet/*'] }))
  await designer.trace('/a')
  await designer.trace('/a')
  await designer.trace('/a')
  await designer.trace('/api/users')
  await designer.showPanel('Design')
  const row = (key: string) => designer.node(`Site/behavior/${key}`)
  await expect(row('default')).toContainText('● 2/3')
  await expect(row('default')).toHaveAccessibleName(/Requests of this visit: 2 of 3 requests were hits/)
  await expect(row('/api/*')).toContainText('Miss')
  await expect(row('/quiet/*').locator('[data-outcome]')).toHaveCount(0)
  // Figures of a design that was edited since are not its own.
  await row('/quiet/*').click()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(row('default')).not.toContainText('2/3')
  await expect(row('default')).toContainText('Hit')
})
