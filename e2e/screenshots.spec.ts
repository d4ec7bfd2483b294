/**
 * Pictures of the page for people to look at: test-results/screenshots. The README shows some of them. Nothing is
 * wider than its window on any of them.
 */
import { expect, test } from './designer.ts'

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 2560, height: 1440 },
]

/** As many behaviors as CloudFront takes by default, and a third as many origins. */
const largeTemplate = (): string =>
  JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      Site: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            Origins: Array.from({ length: 25 }, (_, index) => ({
              Id: `service-${index + 1}`,
              DomainName: `service-${index + 1}.example.com`,
              CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
            })),
            DefaultCacheBehavior: {
              TargetOriginId: 'service-1',
              ViewerProtocolPolicy: 'redirect-to-https',
              CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
            },
            CacheBehaviors: Array.from({ length: 75 }, (_, index) => ({
              PathPattern: `/service-${(index % 25) + 1}/part-${Math.floor(index / 25) + 1}/*`,
              TargetOriginId: `service-${(index % 25) + 1}`,
              ViewerProtocolPolicy: index % 4 === 0 ? 'https-only' : 'redirect-to-https',
              CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
            })),
          },
        },
      },
    },
  })

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
      const dialog = async (name: string) => {
        await expect(page.getByRole('dialog')).toBeVisible()
        await page.waitForTimeout(150)
        await picture(name)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      await designer.start()
      await picture('start')
      await designer.newDesign()
      await designer.settled()
      await picture('empty')
      await page.getByRole('button', { name: 'Start page' }).click()
      await designer.openExample('Two regions')
      await expect(designer.problems.first()).toBeVisible()
      await designer.settled()
      await picture('design')
      await designer.node('Site/origin/frankfurt').click()
      await picture('inspector')
      await designer.node('Site/behavior/default').click()
      await picture('behavior')
      await designer.problems.first().getByRole('button', { name: /^Why/ }).click()
      await picture('problem')

      const source = await designer.node('Site/behavior/default').locator('.source').boundingBox()
      if (!source) throw new Error('The behavior must be in view.')
      await page.mouse.move(source.x + 4, source.y + 4)
      await page.mouse.down()
      await page.mouse.move(source.x + 60, source.y + 50, { steps: 4 })
      await picture('connecting')
      await page.keyboard.press('Escape')
      await page.mouse.up()
      await page.keyboard.press('Escape')

      await designer.node('Site/behavior/default').click({ button: 'right' })
      await expect(page.getByRole('menu')).toBeVisible()
      await picture('menu')
      await page.keyboard.press('Escape')
      await designer.trace('/index.html')
      await picture('trace')

      await page.keyboard.press('Control+Shift+S')
      await expect(page.getByTestId('export-text')).not.toHaveText('Writing…')
      await dialog('export')
      await page.getByRole('button', { name: 'Share', exact: true }).click()
      await dialog('share')
      await page.getByRole('button', { name: 'Saved in this browser' }).click()
      await dialog('versions')
      await page.keyboard.press('Control+k')
      await dialog('commands')
      await page.keyboard.press('Control+o')
      await dialog('open')
      await page.locator('.react-flow__pane').click({ position: { x: 12, y: 12 } })
      await page.keyboard.press('?')
      await dialog('shortcuts')

      await designer.openTemplate('large.json', largeTemplate())
      await expect(designer.node('Site/origin/service-1')).toBeAttached({ timeout: 20_000 })
      await page.waitForTimeout(1500)
      await picture('large')
      await page.keyboard.press('1')
      await page.waitForTimeout(400)
      await picture('large-whole')
      await page.keyboard.press('Control+f')
      await page.getByLabel('Find in the design').fill('service-7')
      await page.keyboard.press('Enter')
      await page.waitForTimeout(400)
      await picture('large-search')
    })
