import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './designer.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const violations = async (page: Page) => (await new AxeBuilder({ page }).withTags(tags).analyze()).violations

/** The ring is around one thing, and the tutorial does not lie over it. */
async function isSpotlit(page: Page): Promise<void> {
  const lit = page.locator('[data-spotlight]')
  await expect(lit).toHaveCount(1)
  const [ring, pane] = [await lit.boundingBox(), await page.locator('[data-pane="tutorial"]').boundingBox()]
  if (!ring || !pane) throw new Error('Both must be on the page.')
  const apart =
    ring.x >= pane.x + pane.width - 1 ||
    ring.x + ring.width <= pane.x + 1 ||
    ring.y >= pane.y + pane.height - 1 ||
    ring.y + ring.height <= pane.y + 1
  expect(apart).toBe(true)
}

test('“Why is this a miss?” is gone through by mouse, from the start page to its end', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openWithTutorial('WordPress')
  const { tutorial } = designer
  await expect(tutorial.getByRole('heading')).toHaveText('What “WordPress” shows')
  expect(await violations(page)).toEqual([])
  await tutorial.getByRole('button', { name: 'Begin the tutorial' }).click()
  await expect(tutorial).toContainText('Step 1 of 6')
  await isSpotlit(page)
  await expect(tutorial.getByRole('button', { name: 'Next' })).toHaveCount(0)
  await designer.trace('/post/')
  await expect(tutorial).toContainText('Done. A miss')
  await tutorial.getByRole('button', { name: 'Next' }).click()

  await isSpotlit(page)
  await tutorial.getByLabel('A hit: it is the same page').check()
  await expect(tutorial).toContainText('Not quite.')
  await tutorial.getByLabel('A miss: the key is another one').check()
  await expect(tutorial).toContainText('Done.')
  expect(await violations(page)).toEqual([])
  await tutorial.getByRole('button', { name: 'Next' }).click()

  await designer.trace('/post/?utm_source=mail')
  await tutorial.getByRole('button', { name: 'Next' }).click()
  await isSpotlit(page)
  await designer.outline.getByRole('treeitem', { name: /Pages/ }).click()
  await tutorial.getByRole('button', { name: 'Next' }).click()
  await tutorial.getByRole('button', { name: 'Do it for me' }).click()
  await expect(tutorial).toContainText('The parameter is out of the key now')
  await tutorial.getByRole('button', { name: 'Next' }).click()
  // The edit began a session of its own.
  const sent = page.getByRole('tablist', { name: 'Sent requests' }).getByRole('tab')
  for (const url of ['/post/', '/post/?utm_source=mail']) {
    await page.getByLabel('URL or path').fill(url)
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(sent.filter({ hasText: `GET ${url}` }).first()).toBeVisible()
  }
  await expect(tutorial).toContainText('One copy serves the page')
  await tutorial.getByRole('button', { name: 'Finish' }).click()
  await expect(tutorial.getByRole('heading')).toHaveText('You have come to the end')
  await tutorial.getByRole('button', { name: 'Close' }).click()
  await expect(tutorial).toHaveCount(0)
})

test('a tutorial is gone through by keyboard alone, left in the middle, and taken up after a reload', async ({
  designer,
  page,
}) => {
  await designer.start()
  await page.getByRole('button', { name: /^Static site/ }).focus()
  await page.keyboard.press('Enter')
  const { tutorial } = designer
  await expect(tutorial).toBeVisible()
  const heading = tutorial.getByRole('heading')
  await page.keyboard.press('Alt+n')
  await expect(heading).toHaveText('A folder is no file')
  await expect(heading).toBeFocused()

  // From the heading, Tab comes to what shows the place and leads there.
  await page.keyboard.press('Tab')
  await expect(tutorial.getByRole('button', { name: 'Show me where' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('URL or path')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('/docs/')
  await page.keyboard.press('Enter')
  await expect(tutorial.getByRole('status')).toContainText('Done. The bucket was asked for /docs/index.html')
  await page.keyboard.press('Alt+n')
  await expect(heading).toHaveText('Where it runs')
  await expect(heading).toBeFocused()
  await designer.saved()
  await page.reload()

  await expect(heading).toHaveText('Where it runs')
  await expect(tutorial).toContainText('Step 2 of 6')
  await page.keyboard.press('Alt+n')
  await expect(heading).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(tutorial.getByRole('button', { name: 'Do it for me' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(tutorial.getByRole('status')).toContainText('Done. It runs at each viewer request')
  await page.keyboard.press('Alt+n')
  await expect(heading).toHaveText('The file by its own name')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(tutorial).toContainText('Done.')

  // Put away, and back by its key.
  await tutorial.getByRole('button', { name: 'Put the tutorial away' }).press('Enter')
  await expect(tutorial).toHaveCount(0)
  await page.keyboard.press('Alt+n')
  await expect(heading).toBeFocused()
  await expect(heading).toHaveText('The file by its own name')
})

test('one’s own designs on the start page: a picture, another name, a copy, removed and brought back', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Two regions')
  await designer.saved()
  await page.getByRole('button', { name: 'Start page' }).click()
  const mine = page.getByRole('region', { name: 'Your designs' })
  await expect(mine.locator('svg rect[data-column="group"]')).toHaveCount(1)
  await mine.getByRole('button', { name: 'Rename “Two regions with failover”' }).click()
  await page.keyboard.type('shop-production-eu-central-1.cloudfront.example.com')
  await page.keyboard.press('Enter')
  const card = mine.getByRole('button', { name: /^shop-production/ })
  await expect(card).toBeVisible()
  await mine.getByRole('button', { name: /^Duplicate “shop/ }).click()
  await expect(mine.getByRole('button', { name: /^Remove “shop/ })).toHaveCount(2)
  await mine.getByRole('button', { name: /^Remove “shop.*\(copy\)/ }).click()
  await expect(mine.getByRole('button', { name: /^Remove “shop/ })).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(mine.getByRole('button', { name: /^Remove “shop/ })).toHaveCount(2)
  expect(await violations(page)).toEqual([])
})
