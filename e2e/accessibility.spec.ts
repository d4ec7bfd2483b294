import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type Designer, expect, test } from './designer.ts'

type Check = (view: string) => Promise<void>
type Views = (views: { designer: Designer; page: Page; check: Check }) => Promise<void>

const dialogs: readonly (readonly [keys: string, view: string])[] = [
  ['Control+o', 'open'],
  ['Control+s', 'export'],
  ['Control+k', 'commands'],
]

/** Every view of the page, a few in each test. */
const groups: Readonly<Record<string, Views>> = {
  'the start page, the canvas and its menus': async ({ designer, page, check }) => {
    await designer.start()
    await check('start')
    await designer.openExample('Single-page app')
    await designer.settled()
    await check('canvas and problems')
    await designer.node('Site/origin/api').click({ button: 'right' })
    await expect(page.getByRole('menu')).toBeVisible()
    await check('menu')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+f')
    await page.getByLabel('Find in the design').fill('api')
    await check('search')
  },
  'the inspector and why a problem matters': async ({ designer, page, check }) => {
    await designer.start()
    await designer.openExample('Single-page app')
    await designer.settled()
    await designer.node('Site/behavior//api/*').click()
    await check('form of a behavior')
    await designer.node('Site/behavior/default').click({ modifiers: ['Control'] })
    await expect(page.getByRole('heading', { name: '2 things' })).toBeVisible()
    await check('form of several things')
    await designer.problems.first().getByRole('button', { name: /^Why/ }).click()
    await check('why a problem matters')
  },
  'the panels': async ({ designer, check }) => {
    await designer.start()
    await designer.openExample('Single-page app')
    await designer.trace('/api/users')
    await check('trace')
    await designer.showPanel('Source')
    await check('source')
    await designer.showPanel('Plan')
    await check('plan')
  },
  'the dialogs': async ({ designer, page, check }) => {
    await designer.start()
    await designer.openExample('Single-page app')
    await designer.settled()
    for (const [keys, view] of dialogs) {
      await page.keyboard.press(keys)
      await expect(page.getByRole('dialog')).toBeVisible()
      await check(view)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    for (const view of ['Share', 'Saved in this browser']) {
      await page.getByRole('button', { name: view, exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await check(view)
      await page.keyboard.press('Escape')
    }
    await page.locator('.react-flow__pane').click({ position: { x: 12, y: 12 } })
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('shortcuts')
  },
}

for (const theme of ['light', 'dark'] as const)
  for (const [name, views] of Object.entries(groups))
    test(`axe finds nothing on ${name}, ${theme}`, async ({ designer, page }) => {
      test.slow()
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const check = async (view: string) => {
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze()
        expect(
          violations.map(({ id, nodes }) => `${view}: ${id} ${nodes.map(({ html }) => html).join('\n')}`),
        ).toEqual([])
      }
      await views({ designer, page, check })
    })
