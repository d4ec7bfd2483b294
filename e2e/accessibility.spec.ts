import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './designer.ts'

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on any view, ${theme}`, async ({ designer, page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const check = async (view: string) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(
        violations.map(({ id, nodes }) => `${view}: ${id} ${nodes.map(({ html }) => html).join('\n')}`),
      ).toEqual([])
    }
    await designer.start()
    await check('start')
    await designer.openExample('Single-page app')
    await page.waitForTimeout(600)
    await check('problems')
    await designer.node('Site/behavior//api/*').click()
    await check('inspector')
    await designer.trace('/api/users')
    await check('trace')
    await designer.showPanel('Source')
    await check('source')
    await designer.showPanel('Plan')
    await check('plan')
    await designer.showPanel('Problems')
    await designer.problems.first().getByRole('button', { name: /^Why/ }).click()
    await check('why a problem matters')
    await designer.node('Site/behavior/default').click({ modifiers: ['Control'] })
    await expect(page.getByRole('heading', { name: '2 things' })).toBeVisible()
    await check('several things')
    await designer.node('Site/origin/api').click({ button: 'right' })
    await expect(page.getByRole('menu')).toBeVisible()
    await check('menu')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+f')
    await page.getByLabel('Find in the design').fill('api')
    await check('search')
    await page.keyboard.press('Escape')
    for (const [button, view] of [
      ['Share', 'share'],
      ['Saved in this browser', 'versions'],
    ] as const) {
      await page.getByRole('button', { name: button, exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await check(view)
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('Control+o')
    await check('open')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+s')
    await expect(page.getByTestId('export-text')).not.toHaveText('Writing…')
    await check('export')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await check('commands')
    await page.keyboard.press('Escape')
    await page.locator('.react-flow__pane').click({ position: { x: 12, y: 12 } })
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('shortcuts')
  })
