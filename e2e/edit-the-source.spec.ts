import type { Page } from '@playwright/test'
import { expect, test } from './designer.ts'

const template = `# The comments of a template stay.
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: before # this comment too
        Origins:
          - Id: web
            DomainName: web.example.com
            CustomOriginConfig: { OriginProtocolPolicy: https-only }
          - Id: api
            DomainName: api.example.com
            CustomOriginConfig: { OriginProtocolPolicy: https-only }
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: redirect-to-https
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`
const source = (page: Page) => page.getByRole('textbox', { name: /^Source/ })
const status = (page: Page) => page.getByRole('tabpanel').getByRole('status')

/** Puts the cursor at the end of the first line that holds a text. */
async function goToEnd(page: Page, line: number): Promise<void> {
  await source(page).focus()
  await page.keyboard.press('Control+Home')
  for (let at = 1; at < line; at += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
}

test.beforeEach(async ({ designer, page }) => {
  await designer.start()
  await designer.openTemplate('cdn.yaml', template)
  await expect(designer.node('Site/origin/web')).toBeVisible()
  await designer.showPanel('Source')
  await expect(status(page)).toHaveText(/are the same/)
})

test('typing in the source changes the design, and undo takes it back in both', async ({
  designer,
  page,
}) => {
  await goToEnd(page, 11)
  await page.keyboard.insertText('.org')
  await expect(status(page)).toHaveText(/are the same/)
  await expect(designer.node('Site/origin/web')).toContainText('web.example.com.org')
  expect(await designer.exported()).toBe(template.replace('web.example.com', 'web.example.com.org'))
  await source(page).focus()
  await page.keyboard.press('Control+z')
  await expect(designer.node('Site/origin/web')).not.toContainText('.org')
  expect(await designer.exported()).toBe(template)
  await source(page).focus()
  await page.keyboard.press('Control+Shift+z')
  await expect(designer.node('Site/origin/web')).toContainText('web.example.com.org')
})

test('text that cannot be read keeps the last good design and says where', async ({ designer, page }) => {
  await goToEnd(page, 11)
  await page.keyboard.type(': [')
  await expect(status(page)).toHaveText(/Line \d+, column \d+: .*canvas keeps the last text/)
  await expect(designer.node('Site/origin/web')).toContainText('web.example.com')
  await expect(page.locator('.squiggly-error')).not.toHaveCount(0)
  await page.getByRole('button', { name: /^Go to line/ }).click()
  await expect(source(page)).toBeFocused()
  await page.getByRole('button', { name: "Show the design's text" }).click()
  await expect(status(page)).toHaveText(/are the same/)
  expect(await designer.exported()).toBe(template)
})

test('an edit on the canvas changes only its line of the text', async ({ designer, page }) => {
  await designer.node('Site/distribution/').click()
  await page.getByLabel('Inspector').getByLabel('Description').fill('after')
  await expect(page.locator('.view-lines')).toContainText('after # this comment too')
  expect(await designer.exported()).toBe(template.replace('before', 'after'))
})

test('selecting a node lights its lines, and a click into the text selects the node', async ({
  designer,
  page,
}) => {
  await designer.node('Site/origin/api').click()
  await expect(page.locator('.frontage-lit')).toHaveCount(3)
  await goToEnd(page, 16)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Inspector').getByRole('heading', { level: 2 })).toHaveText('Default (*)')
})

test('the editor is no trap for the keyboard', async ({ page }) => {
  await source(page).focus()
  await page.keyboard.press('Tab')
  await expect(source(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(source(page)).not.toBeFocused()
})

test('another format is shown to read', async ({ page }) => {
  await page.getByLabel('Format of the source').selectOption('terraform')
  await expect(page.locator('.view-lines')).toContainText('aws_cloudfront_distribution')
  await source(page).focus()
  await page.keyboard.type('x')
  await expect(page.getByText('Read only: typing goes into')).toBeVisible()
})

test('a large text is read when the person applies it', async ({ designer, page }) => {
  const topics = Array.from(
    { length: 5000 },
    (_, number) =>
      `  Topic${number}:\n    Type: AWS::SNS::Topic\n    Properties: { DisplayName: ${'x'.repeat(90)} }\n`,
  )
  await designer.openTemplate('large.yaml', template + topics.join(''))
  await designer.showPanel('Source')
  await expect(status(page)).toHaveText(/are the same/, { timeout: 30_000 })
  await goToEnd(page, 11)
  await page.keyboard.insertText('.org')
  await expect(status(page)).toHaveText(/large/)
  await expect(designer.node('Site/origin/web')).not.toContainText('.org')
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(designer.node('Site/origin/web')).toContainText('web.example.com.org', { timeout: 30_000 })
})
