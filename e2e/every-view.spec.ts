import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { type Designer, expect } from './designer.ts'
import { isGallery, type Looking, pictureForReadme, test, walks } from './looking.ts'
import { shop } from './shop.ts'

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

const logFields =
  '#Fields: date time x-edge-location sc-bytes cs-method x-host-header cs-uri-stem cs-uri-query sc-status x-edge-result-type cs-protocol'
const log = (): string =>
  `#Version: 1.0\n${logFields}\n${Array.from({ length: 900 }, (_, index) => {
    const time = new Date(Date.UTC(2026, 0, 5) + index * 20_000).toISOString()
    const path = index % 9 === 0 ? `/news/${index}` : `/assets/file-${index % 20}.js`
    return `${time.slice(0, 10)}\t${time.slice(11, 19)}\tFRA56-P2\t2400\tGET\twww.example.com\t${path}\t-\t200\t${index < 40 ? 'Miss' : 'Hit'}\thttps`
  }).join('\n')}\n`

async function lookAtDialog(page: Page, look: Looking, view: string): Promise<void> {
  await expect(page.getByRole('dialog')).toBeVisible()
  await look(view, { part: 'dialog' })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** The middle of a node, or of a part of it. */
async function middleOf(designer: Designer, id: string, part?: string): Promise<{ x: number; y: number }> {
  const node = designer.node(id)
  const box = await (part ? node.locator(part) : node).boundingBox()
  if (!box) throw new Error(`“${id}” must be in view.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** A tab that may say how many there are behind its name. */
const tabCalled = (name: string) => new RegExp(`^${name.replace('?', '\\?')}`)

for (const viewport of walks)
  test.describe(`at ${viewport.width} px`, () => {
    // The slowest file by far: its tests are shared out among the workers.
    test.describe.configure({ mode: 'parallel' })
    test.use({ viewport })
    test.slow()

    test('the start page, a new design, and its menus', async ({ designer, page, look }) => {
      await designer.start()
      await look('start')
      await designer.newDesign()
      await designer.settled()
      await look('empty', { fit: true })
      await designer.node('Distribution/behavior/default').click({ button: 'right' })
      await expect(page.getByRole('menu')).toBeVisible()
      await look('menu', { asItIs: true })
      await page.keyboard.press('Escape')
      await expect(page.getByText('Saved in this browser')).toBeVisible()
      await page.getByRole('button', { name: 'Start page' }).click()
      await expect(page.getByRole('region', { name: 'Your designs' })).toBeVisible()
      await look('start-again')
    })

    test('a design, the form of a thing and of several, and why a problem matters', async ({
      designer,
      page,
      look,
    }) => {
      await designer.start()
      await designer.openExample('Two regions')
      await designer.showProblems('All')
      await expect(designer.problems.first()).toBeVisible()
      await designer.settled()
      await look('design', { fit: true })
      await designer.node('Site/origin/frankfurt').click()
      await look('origin', { fit: true, part: 'inspector' })
      await designer.node('Site/distribution/').click()
      await look('distribution', { fit: true, part: 'inspector' })
      await designer.node('Site/behavior/default').click()
      await designer.problems.getByRole('button', { name: /^Why/ }).first().click()
      await look('problem', { fit: true, part: 'panel' })
      await designer.node('Site/origin/ireland').click({ modifiers: ['Control'] })
      await expect(page.getByRole('heading', { name: '2 things' })).toBeVisible()
      await look('several', { fit: true, part: 'inspector' })

      // small-screens.spec.ts reads these with axe.
      if (!isGallery) return
      await page.setViewportSize({ width: 768, height: 1024 })
      await page.getByRole('button', { name: 'Palette and outline', exact: true }).click()
      await look('tablet', { asItIs: true })
      await page.setViewportSize({ width: 390, height: 844 })
      await expect(page.getByRole('main', { name: 'The design to read' })).toBeVisible()
      await look('phone', { asItIs: true })
      await page.setViewportSize(viewport)
    })

    test('what is seen in the middle of a drag', async ({ designer, page, look }) => {
      await designer.start()
      await designer.openExample('WordPress')
      await designer.settled()
      const from = await middleOf(designer, 'Blog/behavior/default', '.source')
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(from.x + 50, from.y + 40, { steps: 4 })
      await look('drag-connection', { asItIs: true, part: 'canvas' })
      await page.keyboard.press('Escape')
      await page.mouse.up()
      await page.keyboard.press('Escape')

      const admin = await middleOf(designer, 'Blog/behavior//wp-admin/*')
      const media = await middleOf(designer, 'Blog/behavior//wp-content/*')
      await page.mouse.move(media.x, media.y)
      await page.mouse.down()
      await page.mouse.move(admin.x + 12, (admin.y + media.y) / 2, { steps: 6 })
      await look('drag-behavior', { asItIs: true, part: 'canvas' })
      await page.mouse.up()

      const item = await designer.palette.getByRole('button', { name: /^S3 bucket/ }).boundingBox()
      if (!item) throw new Error('The palette must be in view.')
      await page.mouse.move(item.x + 40, item.y + 12)
      await page.mouse.down()
      await page.mouse.move(admin.x, admin.y, { steps: 6 })
      await look('drag-from-palette', { asItIs: true, part: 'canvas' })
      await page.mouse.up()
    })

    test('every view of the trace', async ({ designer, page, look }) => {
      const show = (name: string) => page.getByRole('tab', { name: tabCalled(name) }).click()
      await designer.start()
      await designer.openExample('Single-page app')
      await designer.settled()
      await designer.send({ url: '/missing?utm=1', headers: { Cookie: 'a=1' } })
      await designer.send({ url: '/missing?utm=2', headers: { 'Accept-Encoding': 'br' } })
      await page
        .getByText(/^Changes \d+ fields/)
        .first()
        .click()
      await page.getByRole('button', { name: 'Step back' }).click()
      await look('trace-story', { fit: true, part: 'panel' })
      await show('Caches')
      await look('trace-caches', { part: 'panel' })
      await show('Why not a hit?')
      await look('trace-why-not-a-hit', { part: 'panel' })
      await show('Origins')
      await page
        .getByText(/the first that matches answers/)
        .first()
        .click()
      await page.getByText('Paste a response').first().click()
      await look('trace-origins', { part: 'panel' })
      await show('Tests')
      await page.getByRole('button', { name: /as a scenario$/ }).click()
      await expect(page.getByTestId('test-summary')).toContainText('3 of 3 pass')
      await page.getByText('Expect of step 1…').click()
      await page.getByText('Files for frontage test').click()
      await look('trace-tests', { part: 'panel' })
      await show('What if')
      await page.getByRole('button', { name: 'Show what would change' }).click()
      await expect(page.getByTestId('comparison')).toBeVisible()
      await look('trace-what-if', { part: 'panel' })
      await page.getByRole('button', { name: 'curl, HAR' }).click()
      await lookAtDialog(page, look, 'trace-curl')
    })

    test('source, functions, replay, and plan', async ({ designer, page, look }) => {
      await designer.start()
      await designer.openTemplate('site.yaml', readFileSync('public/examples/static-site.yaml', 'utf8'))
      await designer.settled()
      await designer.showPanel('Source')
      await expect(page.locator('.view-lines')).toContainText('Resources')
      await designer.node('Site/behavior/default').click()
      await look('source', { fit: true, part: 'panel' })
      await page.getByRole('textbox', { name: /^Source/ }).focus()
      await page.keyboard.press('Control+Home')
      await page.keyboard.type(': [')
      await expect(page.getByRole('tabpanel').getByRole('status')).toHaveText(/Line/)
      await look('source-broken', { part: 'panel' })
      await page.keyboard.press('Control+z')

      await designer.showPanel('Functions')
      await page.getByLabel('Path and query string').fill('/blog/')
      await page.getByRole('button', { name: 'Run', exact: true }).click()
      await expect(page.getByRole('region', { name: 'Result' })).toBeVisible()
      await page.getByRole('button', { name: 'Save as test' }).click()
      await look('functions', { part: 'panel' })

      await designer.showPanel('Replay')
      await look('replay-empty', { part: 'panel' })
      await page
        .getByLabel('Log files')
        .setInputFiles([{ name: 'one.log', mimeType: 'text/plain', buffer: Buffer.from(log()) }])
      await page.getByRole('button', { name: 'Replay', exact: true }).click()
      await expect(page.getByTestId('replay-outcome')).toContainText('900 requests')
      await look('replay', { part: 'panel' })
      await page.getByRole('tab', { name: 'Cost' }).click()
      await look('replay-cost', { part: 'panel' })

      await designer.openTemplate('site.yaml', readFileSync('public/examples/failover.yaml', 'utf8'))
      await expect(designer.node('Site/origin/ireland')).toBeVisible()
      await designer.showPanel('Ship')
      await look('plan-empty', { part: 'panel' })
      await page.getByRole('button', { name: 'Plan', exact: true }).click()
      await expect(page.getByRole('table', { name: 'Plan' })).toBeVisible({ timeout: 20_000 })
      await look('plan', { part: 'panel' })
      await page.getByRole('button', { name: 'Import from the account' }).click()
      await lookAtDialog(page, look, 'import')
      await page.getByRole('button', { name: 'Paste credentials' }).click()
      await lookAtDialog(page, look, 'credentials')
    })

    test('the dialogs', async ({ designer, page, look }) => {
      await designer.start()
      await designer.openExample('Single-page app')
      await designer.settled()
      await page.keyboard.press('Control+Shift+S')
      await expect(page.getByTestId('export-text')).not.toHaveText('Writing…')
      await lookAtDialog(page, look, 'export')
      for (const [name, view] of [
        ['Share', 'share'],
        ['Saved in this browser', 'versions'],
      ] as const) {
        await page.getByRole('button', { name, exact: true }).click()
        await lookAtDialog(page, look, view)
      }
      for (const [keys, view] of [
        ['Control+k', 'commands'],
        ['Control+o', 'open'],
      ] as const) {
        await page.keyboard.press(keys)
        await lookAtDialog(page, look, view)
      }
      await page.locator('.react-flow__pane').click({ position: { x: 12, y: 12 } })
      await page.keyboard.press('?')
      await lookAtDialog(page, look, 'shortcuts')
    })

    test('a design of 25 origins and 75 behaviors', async ({ designer, page, look }) => {
      await designer.start()
      await designer.openTemplate('large.json', largeTemplate())
      await expect(designer.node('Site/origin/service-1')).toBeAttached({ timeout: 20_000 })
      await designer.showProblems('All')
      await expect(designer.problems.first()).toBeVisible()
      await designer.settled()
      await look('large', { part: 'canvas' })
      await look('large-whole', { fit: true, part: 'canvas' })
      await page.keyboard.press('Control+f')
      await page.getByLabel('Find in the design').fill('service-7')
      await page.keyboard.press('Enter')
      await look('large-search', { part: 'canvas' })
    })
  })

if (isGallery)
  test('the pictures of the README', async ({ designer, page, look: _ }) => {
    await designer.start()
    await designer.openTemplate('shop.json', shop)
    await designer.settled()
    await designer.node('Shop/behavior//api/*').click()
    await designer.showPanel('Problems')
    await expect(designer.problems.first()).toBeVisible()
    await pictureForReadme(page, 'design-dark', 'dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await designer.showPanel('Problems')
    await designer.trace('/images/shoe.webp?width=640')
    await designer.trace('/images/shoe.webp?width=640')
    await page.getByRole('button', { name: 'Close the inspector' }).click()
    await pictureForReadme(page, 'trace-light', 'light')
    await designer.showPanel('Functions')
    await page.getByLabel('Path and query string').fill('/docs/start')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await expect(page.getByRole('region', { name: 'Result' })).toBeVisible()
    await pictureForReadme(page, 'function-light', 'light')
  })
