import { expect, test } from './designer.ts'

test('an answer of an origin is pinned from a trace, holds over a reload and another script, and is let go', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.trace('/api/users')
  const api = designer.node('Site/origin/api')
  await expect(api.getByTestId('pins')).toHaveCount(0)
  const fetch = page
    .getByRole('list', { name: 'What happened' })
    .locator(':scope > li', { hasText: 'Origin fetch' })
  await fetch.getByRole('button', { name: 'Pin this answer' }).focus()
  await page.keyboard.press('Enter')
  await expect(fetch.getByRole('button', { name: 'Unpin this answer' })).toBeVisible()
  await expect(page.getByText(/^Pinned: “api” answers GET \/prod\/api\/users like this/)).toBeAttached()
  await expect(api.getByTestId('pins')).toBeVisible()
  await expect(api).toHaveAccessibleName(/1 pinned answer/)

  await designer.saved()
  await page.reload()
  await expect(api.getByTestId('pins')).toBeVisible()
  await page.getByRole('tab', { name: 'Origins' }).click()
  await expect(page.getByRole('list', { name: 'Pinned answers of api' })).toContainText('GET /prod/api/users')
  await page.getByLabel('Preset for api').selectOption({ label: 'Fails with 503' })
  await expect(page.getByLabel('Preset for api').locator('option:checked')).toHaveText('Fails with 503')
  expect(await designer.trace('/api/other')).toContain('503')
  expect(await designer.trace('/api/users')).not.toContain('503')
  expect(await designer.exported()).not.toContain('pinned')

  await page.getByRole('tab', { name: 'Origins' }).click()
  await page.getByRole('button', { name: 'Unpin GET /prod/api/users' }).focus()
  await page.keyboard.press('Enter')
  await expect(api.getByTestId('pins')).toHaveCount(0)
  // One key sends the last request again, though the edit has left the caches cold.
  await page.locator('body').press('Control+Shift+Enter')
  await page.getByRole('tab', { name: 'Story' }).click()
  await expect(page.getByTestId('trace-outcome')).toContainText('503')
  await expect(
    page.getByLabel('Preset', { exact: true }).locator('optgroup[label="Sent before"] option'),
  ).toHaveText([/^GET \/api\/users/, /^GET \/api\/other/])
})

test('where a function cannot be run, a person says what it gives, and traces go on with that until it is forgotten', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate(
    'edge.yaml',
    `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - {Id: web, DomainName: www.example.org, CustomOriginConfig: {OriginProtocolPolicy: https-only}}
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: allow-all
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
          LambdaFunctionAssociations:
            - {EventType: viewer-request, LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:gate:1'}
`,
  )
  expect(await designer.trace('/a')).toContain('200')
  const step = page
    .getByRole('list', { name: 'What happened' })
    .locator(':scope > li')
    .filter({ hasText: 'Say what' })
  await step.getByText(/^Say what “gate” gives$/).click()
  const field = step.getByLabel('What “gate” gives back')
  await field.fill('{ "status": ')
  await expect(step.getByText('This is not yet a JSON object.')).toBeVisible()
  await field.fill('{ "status": "302", "headers": { "location": [{ "value": "/b" }] } }')
  await step.getByRole('button', { name: 'Use it in traces' }).click()
  await page.locator('body').press('Control+Shift+Enter')
  await expect(page.getByTestId('trace-outcome')).toContainText('302')
  await designer.saved()
  await page.reload()
  expect(await designer.trace('/a')).toContain('302')
  await page.getByRole('tab', { name: 'Origins' }).click()
  await page.getByRole('button', { name: 'Forget what “gate” gives' }).click()
  await page.locator('body').press('Control+Shift+Enter')
  await page.getByRole('tab', { name: 'Story' }).click()
  await expect(page.getByTestId('trace-outcome')).toContainText('200')
})
