/** The canvas for those who hear it, who choose their own colors, and who want no motion. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './designer.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on the canvas in both themes. */
async function found(page: Page): Promise<readonly string[]> {
  const all: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).include('main').withTags(tags).analyze()
    all.push(
      ...violations.map(
        ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      ),
    )
  }
  return all
}

test('axe finds nothing on the canvas: at rest, with a connection selected, and with a request in the middle of its way', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  expect(await found(page)).toEqual([])
  await designer.node('Site/behavior//api/*').click()
  await page.keyboard.press('ArrowRight')
  expect(await found(page)).toEqual([])
  await designer.node('Site/behavior//api/*').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Trace a request through here' }).click()
  await expect(page.getByTestId('play')).toBeAttached()
  await page.getByRole('button', { name: 'Earlier stage' }).click()
  expect(await found(page)).toEqual([])
})

test('in a person’s own colors selection, outcome and path are told by lines, shapes and words', async ({
  designer,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.settled()
  await designer.node('Site/behavior//api/*').click()
  const outline = await designer
    .node('Site/behavior//api/*')
    .locator('[data-selected]')
    .evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(outline).toBe('solid')
  await designer.node('Site/behavior//api/*').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Trace a request through here' }).click()
  await expect(designer.node('Site/behavior//api/*')).toContainText('○ Miss')
  const frame = await page
    .locator('.react-flow__viewport [class*="_frame_"]')
    .first()
    .evaluate((element) => getComputedStyle(element).borderTopStyle)
  expect(frame).toBe('solid')
})

test('who wants no motion is brought there at once', async ({ designer, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await designer.start()
  await designer.openExample('WordPress')
  await designer.settled()
  const moving = await page
    .locator('main')
    .evaluate(
      (main) =>
        main.getAnimations({ subtree: true }).filter(({ playState }) => playState === 'running').length,
    )
  expect(moving).toBe(0)
})

test('Tab goes through the canvas in a few steps: distribution, behaviors as one, then what they lead to', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('WordPress')
  await designer.settled()
  await designer.node('Blog/distribution/').focus()
  const label = () => page.locator(':focus').getAttribute('aria-label')
  const said: string[] = []
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('Tab')
    said.push(((await label()) ?? '').split(',')[0] ?? '')
  }
  // The button of the head, the lane, and the first of what is beside it.
  expect(said).toEqual(['Fold the distribution', 'Cache behavior', 'Origin'])
})
