import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './designer.ts'
import { shop } from './shop.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

test('on a tablet palette and settings are drawers over the canvas, by pointer and by keys', async ({
  designer,
  page,
}) => {
  await page.setViewportSize({ width: 768, height: 1000 })
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  // With every button that there may be, the bar is one row.
  await expect(page.getByRole('button', { name: 'Tutorial of this example' })).toBeVisible()
  expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThan(60)
  await page.getByRole('button', { name: 'Palette and outline', exact: true }).click()
  const palette = page.getByRole('complementary', { name: 'Palette and outline' })
  await palette.getByLabel('Search the palette').fill('http server')
  await page.keyboard.press('Enter')
  // What was added leads to its first field, which is in the other drawer.
  const settings = page.getByRole('complementary', { name: 'Settings' })
  await expect(settings.getByLabel('Domain name', { exact: true })).toBeFocused()
  expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(settings).toHaveCount(0)
  await expect(designer.node('Site/origin/origin')).toBeVisible()
  await page.getByRole('button', { name: 'Settings of origin' }).press('Enter')
  await expect(settings.getByRole('heading', { name: 'origin', exact: true })).toBeVisible()
})

test('on a phone a design is read and traced', async ({ designer, page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await designer.start()
  await page.getByRole('button', { name: /^Single-page app/ }).click()
  // The bar is one line, and what the tutorial says leaves three quarters to the design.
  expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThanOrEqual(56)
  expect((await designer.tutorial.boundingBox())?.height).toBeLessThanOrEqual(210)
  const list = page.getByRole('main', { name: 'The design to read' }).getByRole('listitem')
  await expect(list).toHaveCount(5)
  await expect(list.nth(1)).toContainText('Behavior 1 /api/*')
  expect(await designer.trace('/api/x')).toContain('200')
  expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([])
  const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  expect(isWithin).toBe(true)
})

test('nothing of the settings is clipped at their least width, whatever is selected', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('shop.json', shop)
  await designer.settled()
  for (const thing of await designer.outline.getByRole('treeitem').all()) {
    await thing.click()
    const over = await page.getByRole('region', { name: 'Inspector' }).evaluate((panel: HTMLElement) => {
      panel.style.width = '240px'
      for (const topic of panel.querySelectorAll('details')) topic.open = true
      const { right } = panel.getBoundingClientRect()
      const wide = [...panel.querySelectorAll('*')].filter(
        (one) => one.getBoundingClientRect().right > right + 1,
      )
      panel.style.width = ''
      return wide.map(({ outerHTML }) => outerHTML.slice(0, 120))
    })
    expect.soft(over, `${await thing.getAttribute('aria-label')}`).toEqual([])
  }
})
