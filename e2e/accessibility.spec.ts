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
    await page.keyboard.press('Control+s')
    await expect(page.getByTestId('export-text')).not.toHaveText('Writing…')
    await check('export')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await check('commands')
  })
