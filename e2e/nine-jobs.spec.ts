/** The jobs that a first day brings, walked as a stranger does: the first with its clicks counted, three by keys alone. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './designer.ts'

const arn = 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012'

/** What the exported template then says. */
const made = [
  'shop-site.s3.eu-west-1.amazonaws.com',
  'OriginAccessControlId: !GetAtt BucketAccess.Id',
  'PathPattern: /api/*',
  'TargetOriginId: api',
  'FunctionARN: !GetAtt Function.FunctionARN',
  'ResponseHeadersPolicyId: !Ref ResponseHeadersPolicy',
  'www.shop.test',
]

test('a site with an API, function, headers and certificate takes at most twelve clicks', async ({
  designer,
  page,
}) => {
  let clicks = 0
  const click = async (on: Locator) => {
    clicks += 1
    await on.click()
  }
  const add = (label: string) =>
    click(designer.palette.getByRole('button', { name: new RegExp(`^${label}`) }))
  await designer.start()
  await click(page.getByRole('button', { name: 'New design', exact: true }))
  await add('S3 bucket')
  await expect(page.getByLabel('Domain name', { exact: true })).toBeFocused()
  await page.keyboard.type('shop-site.s3.eu-west-1.amazonaws.com')
  await add('API Gateway')
  await expect(page.getByLabel('Domain name', { exact: true })).toBeFocused()
  await page.keyboard.type('k3j4h5g6f7.execute-api.eu-west-1.amazonaws.com')
  await add('Cache behavior')
  await expect(page.getByLabel('Path pattern', { exact: true })).toBeFocused()
  await page.keyboard.type('/api/*')
  await click(designer.outline.getByRole('treeitem', { name: 'Default (*)' }))
  await add('CloudFront function')
  await add('Response headers policy')
  await add('Certificate and')
  await expect(page.getByLabel('Alternate domain names', { exact: true })).toBeFocused()
  await page.keyboard.type('www.shop.test')
  await page.keyboard.press('Tab')
  for (const field = page.getByLabel('ACM certificate ARN', { exact: true }); ; )
    if (await field.evaluate((one) => one === document.activeElement)) break
    else await page.keyboard.press('Tab')
  await page.keyboard.type(arn)
  await click(page.getByRole('button', { name: 'Export', exact: true }))
  const text = page.getByTestId('export-text')
  await expect(text).toContainText(arn)
  await expect(page.getByRole('dialog')).toContainText('“shop-site”. A bucket has one policy')
  const downloaded = page.waitForEvent('download')
  await click(page.getByRole('button', { name: 'Download', exact: true }))
  expect((await downloaded).suggestedFilename()).toBe('untitled-design.template.yaml')
  expect(clicks).toBeLessThanOrEqual(12)

  const template = (await text.textContent()) ?? ''
  for (const one of made) expect(template).toContain(one)
  expect(template).not.toContain('example.com')
})

/** Tab until a thing has the focus, as somebody without a pointer does. */
async function reach(page: Page, wanted: Locator, most = 40): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(wanted).toBeFocused()
}

/** Runs a command, or goes to a thing, by its name. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByLabel('Find a command')).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Find a command')).toHaveCount(0)
}

const write = async (page: Page, label: string, text: string) => {
  await expect(page.getByLabel(label, { exact: true })).toBeFocused()
  await page.keyboard.type(text)
}

test('the same site is made by keys alone', async ({ designer, page }) => {
  await designer.start()
  await reach(page, page.getByRole('button', { name: 'New design', exact: true }))
  await page.keyboard.press('Enter')
  await designer.settled()
  await command(page, 'Add S3 bucket')
  await write(page, 'Domain name', 'shop-site.s3.eu-west-1.amazonaws.com')
  await command(page, 'Add API Gateway')
  await write(page, 'Domain name', 'k3j4h5g6f7.execute-api.eu-west-1.amazonaws.com')
  await command(page, 'Add Cache behavior')
  await write(page, 'Path pattern', '/api/*')
  await command(page, 'Default cache behavior')
  await command(page, 'Add CloudFront function')
  await command(page, 'Add Response headers policy')
  await command(page, 'Add Certificate')
  await write(page, 'Alternate domain names', 'www.shop.test')
  await reach(page, page.getByLabel('ACM certificate ARN', { exact: true }))
  await page.keyboard.type(arn)
  await page.keyboard.press('Control+Shift+s')
  for (const one of made) await expect(page.getByTestId('export-text')).toContainText(one)
  await reach(page, page.getByRole('button', { name: 'Download', exact: true }))
  const downloaded = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await downloaded).suggestedFilename()).toBe('untitled-design.template.yaml')
})

const shop = `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: web
            DomainName: web.shop.test
            CustomOriginConfig: {OriginProtocolPolicy: https-only}
        DefaultCacheBehavior:
          {TargetOriginId: web, ViewerProtocolPolicy: redirect-to-https, CachePolicyId: !Ref Pages}
        CacheBehaviors:
          - {PathPattern: /a/*, TargetOriginId: web, ViewerProtocolPolicy: redirect-to-https, CachePolicyId: !Ref Pages}
          - {PathPattern: /b/*, TargetOriginId: web, ViewerProtocolPolicy: redirect-to-https, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6}
  Pages:
    Type: AWS::CloudFront::CachePolicy
    Properties:
      CachePolicyConfig:
        Name: pages
        DefaultTTL: 60
        MinTTL: 0
        MaxTTL: 3600
        ParametersInCacheKeyAndForwardedToOrigin:
          EnableAcceptEncodingGzip: true
          CookiesConfig: {CookieBehavior: none}
          HeadersConfig: {HeaderBehavior: none}
          QueryStringsConfig: {QueryStringBehavior: all}
`

test('a miss is understood and made a hit by keys alone', async ({ designer, page }) => {
  await designer.start()
  await designer.openTemplate('shop.yaml', shop)
  await designer.settled()
  await command(page, 'Trace a request')
  const url = page.getByLabel('URL or path')
  const send = async (path: string) => {
    await reach(page, url)
    await page.keyboard.press('Control+a')
    await page.keyboard.type(path)
    await page.keyboard.press('Enter')
  }
  await send('/a/cart?utm=1')
  await expect(page.getByTestId('trace-outcome')).toContainText('Miss')
  await send('/a/cart?utm=2')
  await reach(page, page.getByRole('tab', { name: 'Story' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('why-not-hit')).toContainText('query string parameter “utm”')
  await reach(page, page.getByRole('tabpanel').getByRole('button', { name: /Query strings$/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Query strings', { exact: true })).toBeFocused()
  await page.keyboard.type('None')
  await expect(page.getByLabel('Query strings', { exact: true })).toHaveValue('none')
  await command(page, 'Start the trace over')
  await command(page, 'Trace a request')
  await send('/a/cart?utm=1')
  await send('/a/cart?utm=2')
  await expect(page.getByRole('tablist', { name: 'Sent requests' }).getByRole('tab').first()).toContainText(
    'Hit',
  )
})

test('behaviors are reordered, inserted, given another’s policy and taken back by keys alone', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('shop.yaml', shop)
  await designer.settled()
  const row = (name: string) => designer.outline.getByRole('treeitem', { name })
  await command(page, 'Cache behavior /b/*')
  await command(page, 'Move the behavior up')
  await expect(row('1. /b/*')).toBeVisible()
  await command(page, 'Add Cache behavior')
  await write(page, 'Path pattern', '/c/*')
  await expect(row('/c/*')).toBeVisible()
  await reach(page, page.getByLabel('Cache policy', { exact: true }))
  await page.keyboard.type('Pages')
  await page.keyboard.press('F6')
  await expect(designer.node('Site/behavior//path/*')).toContainText('Pages')
  await page.keyboard.press('Control+z')
  await expect(designer.node('Site/behavior//path/*')).not.toContainText('Pages')
  await page.keyboard.press('Control+Shift+z')
  await expect(designer.node('Site/behavior//path/*')).toContainText('Pages')
})
