import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './designer.ts'

/** What the browser's storage holds, as one text. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((done, fail) => {
        const opening = indexedDB.open('frontage')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const all = opening.result.transaction('designs').objectStore('designs').getAll()
          all.onsuccess = () => {
            opening.result.close()
            done(JSON.stringify(all.result))
          }
        }
      }),
  )

test('edits are there again after a reload', async ({ designer, page }) => {
  await designer.start()
  await designer.newDesign()
  await designer.addFromPalette('API Gateway')
  await expect(designer.node('Distribution/origin/api')).toBeVisible()
  await designer.saved()
  await page.reload()
  await expect(designer.node('Distribution/origin/api')).toBeVisible()
})

test('what was made a second before the tab was killed is there again', async ({
  designer,
  page,
  context,
}) => {
  await designer.start()
  await designer.newDesign()
  await designer.addFromPalette('API Gateway')
  // Typing without a pause does not keep the design from being saved.
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('')
  await name.pressSequentially('a-long-name-typed-without-any-pause', { delay: 40 })
  // How soon that is, saving-status.test.ts holds; here it is only that nothing more is needed once it is so.
  await expect.poll(() => stored(page)).toContain('a-long-name-typed-without-any-pause')
  const url = page.url()
  // Nothing of the page runs after this: no handler can save anything more.
  const next = await context.newPage()
  const crashed = page.waitForEvent('crash')
  void page.goto('chrome://crash').catch(() => undefined)
  await crashed
  await next.goto(url)
  await expect(next.locator('.react-flow__node[data-id="Distribution/origin/api"]')).toContainText(
    'a-long-name-typed-without-any-pause',
  )
  await expect(next.getByText('The page ended unexpectedly. “Untitled design” is back')).toBeVisible()
  await next.reload()
  await expect(next.locator('.react-flow__node[data-id="Distribution/origin/api"]')).toBeVisible()
  await expect(next.getByText('The page ended unexpectedly')).toHaveCount(0)
})

test('what was done is undone and done again after a reload and after another design, by its name', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.newDesign()
  await designer.addFromPalette('API Gateway')
  await designer.addFromPalette('Cache behavior')
  await designer.saved()
  await page.reload()
  await expect(designer.undo).toHaveAccessibleName(/^Undo: Add behavior “\/path\/\*”/)
  await designer.undo.click()
  await page.getByRole('button', { name: 'Start page' }).click()
  await page.getByRole('region', { name: 'Your designs' }).getByRole('button').first().click()
  await page.getByRole('button', { name: /^Redo: Add behavior/ }).click()
  await expect(designer.node('Distribution/behavior//path/*')).toBeVisible()
  await designer.undo.click()
  await designer.undo.click()
  await expect(designer.node('Distribution/origin/api')).toHaveCount(0)
})

test('undo and redo name what they do', async ({ designer, page }) => {
  await designer.start()
  await designer.newDesign()
  await designer.addFromPalette('Cache behavior')
  await expect(page.getByRole('button', { name: 'Undo: Add behavior “/path/*”' })).toBeEnabled()
  await designer.undo.click()
  await expect(designer.node('Distribution/behavior//path/*')).toHaveCount(0)
  await page.getByRole('button', { name: /^Redo/ }).click()
  await expect(designer.node('Distribution/behavior//path/*')).toBeVisible()
})

test('a version is kept under a name, restored, and the restoring undone', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Static site')
  await page.getByRole('button', { name: 'Saved in this browser' }).click()
  await page.getByLabel('Keep the design as it is now, called').fill('before the API')
  await page.keyboard.press('Enter')
  const version = page.getByRole('listitem').filter({ hasText: 'before the API' })
  await expect(version).toBeVisible()
  await page.keyboard.press('Escape')
  await designer.addFromPalette('API Gateway')
  await expect(designer.node('Site/origin/api')).toBeVisible()
  await page.getByRole('button', { name: 'Saved in this browser' }).click()
  await version.getByRole('button', { name: 'Restore' }).click()
  await expect(designer.node('Site/origin/api')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo: Restore version “before the API”' }).click()
  await expect(designer.node('Site/origin/api')).toBeVisible()
})

test('two tabs on one design see each other’s edits, and both are told', async ({
  designer,
  page,
  context,
}) => {
  await designer.start()
  await designer.openExample('Static site')
  await designer.saved()
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('button', { name: /open in another tab too/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /open in another tab too/ })).toBeVisible()
  await designer.addFromPalette('API Gateway')
  await expect(other.locator('.react-flow__node[data-id="Site/origin/api"]')).toBeVisible()
  await other.close()
  await expect(page.getByRole('button', { name: 'Saved in this browser', exact: true })).toBeVisible()
})

test('a link opens as the same design elsewhere, without the values of origin headers', async ({
  designer,
  page,
  browser,
}) => {
  await designer.start()
  await designer.openExample('Static site')
  await designer.addFromPalette('HTTP server')
  await page.getByRole('button', { name: 'Custom headers' }).click()
  await page.getByRole('button', { name: 'Add a custom header' }).click()
  await page.getByLabel('Name, custom header 1').fill('X-Origin-Verify')
  await page.getByLabel('Value, custom header 1').fill('hush-hush')
  await page.getByRole('button', { name: 'Share' }).click()
  const link = page.getByLabel('Link', { exact: true })
  await expect(link).toHaveValue(/#design=/)
  await expect(page.getByRole('dialog')).toContainText('Left out, as they look like secrets')
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(await link.inputValue())
  await expect(other.locator('.react-flow__node[data-id="Site/origin/origin"]')).toBeVisible()
  expect(other.url()).not.toContain('#design')
  await other.locator('.react-flow__node[data-id="Site/origin/origin"]').click()
  await other.getByRole('button', { name: 'Custom headers' }).click()
  await expect(other.getByLabel('Value, custom header 1')).toHaveValue('left-out-of-the-link')
  await elsewhere.close()
})

test('a link that was cut off is told, and nothing else happens', async ({ designer, page }) => {
  await page.goto(`${process.env['FRONTAGE_URL'] ?? ''}#design=7VtLb9s4EL7`)
  await expect(page.getByText('The link does not hold a whole design')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(designer.page.url()).not.toContain('#design')
})

test('a picture of the design is saved as SVG and PNG', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Two regions')
  await page.keyboard.press('Control+s')
  const svg = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Picture (SVG)' }).click()
  const text = readFileSync(await (await svg).path(), 'utf8')
  expect(text).toMatch(/^<svg [\s\S]*frankfurt[\s\S]*<\/svg>$/)
  const png = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Picture (PNG)' }).click()
  const bytes = readFileSync(await (await png).path())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(bytes.length).toBeGreaterThan(10_000)
})

test('what is printed is the design and its problems, not the page', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Two regions')
  await designer.showProblems('All')
  await expect(designer.problems.first()).toBeVisible()
  await designer.settled()
  await page.locator('.react-flow__node[data-id*="/origin/"]').first().click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('moves in spring')
  await expect(page.getByRole('button', { name: 'Undo: Write note' })).toBeEnabled()
  await expect(page.locator('.react-flow__node').getByTitle('moves in spring')).toBeVisible()
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('img', { name: 'The design “Two regions with failover”' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'moves in spring' })).toBeVisible()
  await expect(designer.palette).toBeHidden()
})

test('a browser that is full is told of, the tab is not closed without asking, and room makes it good', async ({
  designer,
  page,
}) => {
  // Chromium has no lever for the room of IndexedDB, so its writing is made to fail as it does where there is none.
  const isFull = (full: boolean) =>
    page.evaluate((fails) => {
      const own = IDBObjectStore.prototype as { put: unknown; ownPut?: unknown }
      own.ownPut ??= own.put
      own.put = fails
        ? () => {
            throw new DOMException('full', 'QuotaExceededError')
          }
        : own.ownPut
    }, full)
  await designer.start()
  await designer.openExample('Static site')
  await designer.saved()
  await isFull(true)
  await designer.addFromPalette('API Gateway')
  await expect(page.getByRole('alert')).toHaveText('The browser has no room left; save the design to a file.')
  expect(await designer.exported()).toContain('execute-api')
  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => setTimeout(() => location.reload()))
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await isFull(false)
  await designer.addFromPalette('Load balancer')
  await expect(page.getByText('Saved in this browser')).toBeVisible()
  await page.reload()
  await expect(designer.node('Site/origin/api')).toBeVisible()
  await expect(designer.node('Site/origin/load-balancer')).toBeVisible()
})

test('a browser that stores nothing is told of, and the page works', async ({ designer, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open() {
          throw new DOMException('denied', 'SecurityError')
        },
      },
    })
  })
  await designer.start()
  await designer.openExample('Static site')
  await expect(page.getByRole('alert')).toHaveText(/does not let this page store anything/)
  await designer.addFromPalette('API Gateway')
  await expect(designer.node('Site/origin/api')).toBeVisible()
})

const broken: readonly (readonly [what: string, text: string, message: RegExp])[] = [
  ['broken YAML', 'Resources:\n  A: [1, 2\n  B: 3\n', /Line \d+, column \d+/],
  [
    'no distribution',
    'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  B:\n    Type: AWS::S3::Bucket\n',
    /no CloudFront distribution/,
  ],
  ['a newer version', '{"formatVersion": 99, "resources": {}}', /newer version/],
]
for (const [what, text, message] of broken)
  test(`${what} is told in one message and the open design stays`, async ({ designer, page }) => {
    await designer.start()
    await designer.openExample('Static site')
    await designer.openTemplate('bad.yaml', text)
    await expect(page.getByRole('alert')).toHaveText(message)
    await page.keyboard.press('Escape')
    await expect(designer.node('Site/origin/content')).toBeVisible()
  })

test('a template as large as CloudFormation takes opens', async ({ designer }) => {
  const filler = Array.from(
    { length: 5_000 },
    (_, number) =>
      `  Topic${number}:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: ${'x'.repeat(120)}\n`,
  )
  const text = `Resources:\n${filler.join('')}  Site:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        Enabled: true\n        Origins: [{ Id: o, DomainName: o.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]\n        DefaultCacheBehavior: { TargetOriginId: o, ViewerProtocolPolicy: https-only, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }\n`
  await designer.start()
  await designer.openTemplate('large.yaml', text)
  await expect(designer.node('Site/origin/o')).toBeVisible({ timeout: 30_000 })
})
