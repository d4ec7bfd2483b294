/**
 * A walk past every view of the page: axe reads each of them in both themes, and pictures of it in three widths and
 * both themes go to test-results/screenshots, for people to look at.
 */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test as withDesigner } from './designer.ts'

/** The last is that of the other tests. */
const sizes = [
  { width: 1024, height: 768 },
  { width: 2560, height: 1440 },
  { width: 1440, height: 900 },
]
/** What is read and measured; pictures are taken where a person wants to look at them: `npm run gallery`. */
export const isGallery = process.env['GALLERY'] !== undefined
/** In how wide windows the walk is gone. */
export const walks = isGallery ? sizes : sizes.slice(-1)
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const folder = 'test-results/screenshots'

const parts = {
  panel: '[data-pane="work"]',
  dialog: '[role="dialog"]',
  inspector: 'section[aria-label="Inspector"]',
  canvas: 'main',
}

interface Look {
  /** The whole design is brought into sight first. */
  readonly fit?: boolean
  /** For what ends when the window changes: a drag, a menu. */
  readonly asItIs?: boolean
  /** The part of the page that the view is, where the rest has been read before. */
  readonly part?: keyof typeof parts
}
export type Looking = (view: string, look?: Look) => Promise<void>

async function read(page: Page, view: string, theme: string, part: Look['part']): Promise<void> {
  const axe = new AxeBuilder({ page })
  if (part) axe.include(parts[part])
  // The themes differ in their colors alone.
  const { violations } = await (theme === 'light'
    ? axe.withTags(tags)
    : axe.withRules('color-contrast')
  ).analyze()
  const found = violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join('\n')}`)
  expect.soft(found, `axe on ${view}, ${theme}`).toEqual([])
}

async function measure(page: Page, view: string): Promise<void> {
  const { over, width } = await page.evaluate(() => ({
    over: document.documentElement.scrollWidth - window.innerWidth,
    width: window.innerWidth,
  }))
  expect.soft(over, `${view} is wider than its window of ${width} px`).toBeLessThanOrEqual(0)
}

async function looked(page: Page, view: string, { fit = false, asItIs = false, part }: Look): Promise<void> {
  const own = page.viewportSize()
  if (!own) throw new Error('The window has no size.')
  if (fit)
    await page.locator('.react-flow__controls-fitview').evaluate((button: HTMLElement) => button.click())
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    if (isGallery) await page.screenshot({ path: `${folder}/${view}-${own.width}-${theme}.png` })
    else await read(page, view, theme, part)
  }
  await measure(page, view)
  if (isGallery || asItIs) return
  for (const size of sizes) {
    await page.setViewportSize(size)
    await measure(page, view)
  }
}

/** A test with `look`, in light and without motion to begin with. */
export const test = withDesigner.extend<{ look: Looking }>({
  look: async ({ page }, use) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await use((view, look = {}) => looked(page, view, look))
  },
})

/** A picture for the README: into docs/images where README_PICTURES is set, else beside the others. At most 250 KB each. */
export async function pictureForReadme(page: Page, name: string, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  // What was just announced is gone.
  await expect(page.locator('output')).toHaveCount(0)
  const path = process.env['README_PICTURES'] ? 'docs/images' : folder
  await page.screenshot({ path: `${path}/${name}.png` })
}
