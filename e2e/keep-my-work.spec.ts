import { expect, test } from './designer.ts'

test('edits are there again after a reload', async ({ designer, page }) => {
  await designer.start()
  await designer.newDesign()
  await designer.page
    .getByLabel('Palette')
    .getByRole('button', { name: /^API Gateway/ })
    .click()
  await expect(designer.node('Distribution/origin/api')).toBeVisible()
  await expect(page.getByText('Saved in this browser')).toBeVisible()
  await page.waitForTimeout(700)
  await page.reload()
  await expect(designer.node('Distribution/origin/api')).toBeVisible()
})

test('undo and redo name what they do', async ({ designer, page }) => {
  await designer.start()
  await designer.newDesign()
  await page
    .getByLabel('Palette')
    .getByRole('button', { name: /^Cache behavior/ })
    .click()
  await expect(page.getByRole('button', { name: 'Undo: Add behavior “/path/*”' })).toBeEnabled()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(designer.node('Distribution/behavior//path/*')).toHaveCount(0)
  await page.getByRole('button', { name: /^Redo/ }).click()
  await expect(designer.node('Distribution/behavior//path/*')).toBeVisible()
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

test('a template of 5 MB opens', async ({ designer }) => {
  const filler = Array.from(
    { length: 26_000 },
    (_, number) =>
      `  Topic${number}:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: ${'x'.repeat(120)}\n`,
  )
  const text = `Resources:\n${filler.join('')}  Site:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        Enabled: true\n        Origins: [{ Id: o, DomainName: o.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]\n        DefaultCacheBehavior: { TargetOriginId: o, ViewerProtocolPolicy: https-only, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }\n`
  await designer.start()
  await designer.openTemplate('large.yaml', text)
  await expect(designer.node('Site/origin/o')).toBeVisible({ timeout: 30_000 })
})
