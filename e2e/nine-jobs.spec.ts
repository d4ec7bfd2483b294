/** The jobs that a first day brings, walked as a stranger does: the first with its clicks counted, three by keys alone. */
import type { Locator } from '@playwright/test'
import { expect, test } from './designer.ts'

const arn = 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012'

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
  const downloaded = page.waitForEvent('download')
  await click(page.getByRole('button', { name: 'Download', exact: true }))
  expect((await downloaded).suggestedFilename()).toBe('untitled-design.template.yaml')
  expect(clicks).toBeLessThanOrEqual(12)

  const template = (await text.textContent()) ?? ''
  for (const one of [
    'shop-site.s3.eu-west-1.amazonaws.com',
    'OriginAccessControlId: !GetAtt BucketAccess.Id',
    'PathPattern: /api/*',
    'TargetOriginId: api',
    'FunctionARN: !GetAtt Function.FunctionARN',
    'ResponseHeadersPolicyId: !Ref ResponseHeadersPolicy',
    'www.shop.test',
  ])
    expect(template).toContain(one)
  expect(template).not.toContain('example.com')
})
