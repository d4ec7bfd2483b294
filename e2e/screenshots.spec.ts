/** Pictures of the page for people to look at: test-results/screenshots. The README shows some of them. */
import { expect, test } from './designer.ts'

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
]
for (const theme of ['light', 'dark'] as const)
  for (const size of sizes)
    test(`the page fits ${size.width} px, ${theme}`, async ({ designer, page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize(size)
      const picture = async (name: string) => {
        await page.screenshot({ path: `test-results/screenshots/${name}-${size.width}-${theme}.png` })
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0)
      }
      await designer.start()
      await picture('start')
      await designer.openExample('Two regions')
      await expect(designer.problems.first()).toBeVisible()
      await page.waitForTimeout(400)
      await picture('design')
      await designer.node('Site/origin/frankfurt').click()
      await picture('inspector')
      await designer.trace('/index.html')
      await picture('trace')
      await page.keyboard.press('Control+s')
      await expect(page.getByTestId('export-text')).not.toHaveText('Writing…')
      await picture('export')
    })
