import { expect, test } from './designer.ts'

test('a file is opened, edited and saved in place, and a saved copy keeps its format', async ({
  designer,
  page,
}) => {
  // The pickers are the browser's own windows; behind them these are its own files.
  await page.addInitScript(() => {
    const file = async (name: string) =>
      (await navigator.storage.getDirectory()).getFileHandle(name, { create: true })
    Object.assign(globalThis, {
      showOpenFilePicker: async () => [await file('site.yaml')],
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => file(suggestedName),
    })
  })
  // A file that is being replaced cannot be read for a moment.
  const textOf = (name: string) =>
    page
      .evaluate(async (wanted) => {
        const folder = await navigator.storage.getDirectory()
        return (await (await folder.getFileHandle(wanted)).getFile()).text()
      }, name)
      .catch(() => '')
  const template = `# ours\nResources:\n  Site:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        Enabled: true\n        Comment: old # why\n        Origins: [{ Id: o, DomainName: o.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]\n        DefaultCacheBehavior: { TargetOriginId: o, ViewerProtocolPolicy: https-only, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }\n`
  await designer.start()
  await page.evaluate(async (text) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('site.yaml', { create: true })
    const stream = await handle.createWritable()
    await stream.write(text)
    await stream.close()
  }, template)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('button', { name: 'Open a file to edit in place' }).click()
  await designer.node('Site/distribution/').click()
  await page.getByLabel('Description', { exact: true }).fill('new')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved to “site.yaml”.')).toBeAttached()
  expect(await textOf('site.yaml')).toBe(template.replace('old', 'new'))
  await page.keyboard.press('Control+Shift+S')
  await page.getByLabel('Format').selectOption('terraform')
  await expect(page.getByTestId('export-text')).toContainText('aws_cloudfront_distribution')
  await page.getByRole('button', { name: 'Save to a file…' }).click()
  await expect(page.getByText('Saved to “site.main.tf”.')).toBeAttached()
  await page.keyboard.press('Escape')
  await page.getByLabel('Description', { exact: true }).fill('newer')
  await page.keyboard.press('Control+s')
  await expect.poll(() => textOf('site.main.tf')).toMatch(/comment\s*=\s*"newer"/)
})
