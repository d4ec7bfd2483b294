/** What every-view.spec.ts has no room for: a review, what stands around, notes, and an account that has the site. */
import { readFileSync } from 'node:fs'
import { countRequests } from './account.ts'
import { expect } from './designer.ts'
import { test, walks } from './looking.ts'

const shop = readFileSync('src/fixtures/around/shop.yaml', 'utf8')
const failover = readFileSync('public/examples/failover.yaml', 'utf8')

for (const viewport of walks)
  test.describe(`at ${viewport.width} px`, () => {
    test.use({ viewport, harmless: /status of 404/ })
    test.slow()

    test('a review, notes on the drawing, and what stands around', async ({ designer, page, look }) => {
      await designer.start()
      await designer.openTemplate('shop.yaml', shop)
      await designer.settled()
      await page.getByRole('main', { name: 'Canvas' }).getByRole('button', { name: 'Around (7)' }).click()
      await look('around', { part: 'canvas' })
      await page.getByRole('main', { name: 'Canvas' }).getByRole('button', { name: 'Around (7)' }).click()
      await designer.addFromPalette('Cache behavior')
      await page.getByLabel('Path pattern', { exact: true }).fill('/new/*')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.getByLabel('Find a command').fill('write a note')
      await page.keyboard.press('Enter')
      await page.keyboard.type('Ask before changing what is new.')
      await look('notes', { part: 'canvas' })
      await designer.showPanel('Review')
      await expect(page.getByRole('region', { name: 'What was changed' })).toContainText('/new/*')
      await look('review', { part: 'panel' })
    })

    test('an account that has the site, with what was counted', async ({ designer, page, look }) => {
      const name = `viewed${viewport.width}`
      await designer.start()
      await designer.openTemplate(
        'site.yaml',
        failover
          .replaceAll(/^( +)Name: .*/gm, `$1Name: ${name}`)
          .replaceAll(/DomainName: /g, `DomainName: ${name}-`),
      )
      await designer.showPanel('Ship')
      await page.getByRole('button', { name: 'Plan', exact: true }).click()
      await page.getByRole('button', { name: 'Apply', exact: true }).click({ timeout: 20_000 })
      await expect(page.getByText('The account is as the design says.')).toBeVisible({ timeout: 30_000 })
      await look('ship-applied', { part: 'panel' })
      await countRequests(name)
      const metrics = page.getByRole('region', { name: 'Metrics' })
      await metrics.getByRole('button', { name: '3 hours' }).click()
      await expect(metrics.getByText('4,321')).toBeVisible()
      await metrics.scrollIntoViewIfNeeded()
      await look('ship-metrics', { part: 'panel' })
    })
  })
