import { expect, test } from './designer.ts'

test('the story is stepped through by keyboard, and the canvas lights what has been told', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.trace('/api/users')
  const lit = (node: string) => designer.node(node).locator('[data-lit="true"]')
  await expect(lit('Site/origin/api')).toBeVisible()
  const scrubber = page.getByRole('slider', { name: 'Step of the story' })
  await scrubber.focus()
  await page.keyboard.press('Home')
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^1 of \d+: Distribution$/)
  await expect(lit('Site/behavior//api/*')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^2 of/)
  await page.getByRole('button', { name: 'Play the story' }).focus()
  await page.keyboard.press('[')
  await page.keyboard.press(']')
  await expect(page.getByText(/^Step 2 of \d+: Cache behavior$/)).toBeAttached()
  await expect(lit('Site/behavior//api/*')).toBeVisible()
  await expect(lit('Site/origin/api')).toHaveCount(0)
  await scrubber.focus()
  await page.keyboard.press('End')
  await expect(lit('Site/origin/api')).toBeVisible()
  await page.getByRole('button', { name: 'Play the story' }).click()
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^1 of/)
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^2 of/)
  await page.getByRole('button', { name: 'Pause' }).click()
})

test('a step leads to the setting that caused it, and shows what it changed', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Single-page app')
  await designer.send({ url: '/index.html?utm=1', headers: { Cookie: 'a=1' } })
  const steps = page.getByRole('list', { name: 'What happened' }).locator(':scope > li')
  const sent = steps.filter({ hasText: 'Not sent on' })
  await sent.getByText(/^Changes \d+ fields/).click()
  await expect(sent.locator('del', { hasText: 'a=1' })).toBeVisible()
  await expect(sent.locator('del', { hasText: 'utm=1' })).toBeVisible()
  await steps
    .filter({ hasText: 'The key is' })
    .getByRole('button', { name: /Cache policy$/ })
    .click()
  await expect(page.getByLabel('Inspector').getByLabel('Cache policy')).toBeFocused()
})

test('a request is pasted as curl, and signed with a key made here', async ({ designer, page }) => {
  await designer.start()
  await designer.openExample('Video with signed cookies')
  await designer.showPanel('Trace')
  await page.getByRole('button', { name: 'curl, HAR' }).click()
  await page.getByLabel('curl command').fill("curl 'https://example.com -H")
  await expect(page.getByText('is not closed')).toBeVisible()
  await page
    .getByLabel('curl command')
    .fill("curl 'https://d111111abcdef8.cloudfront.net/films/a.m3u8' -H 'Range: bytes=0-99' --http3")
  await page.getByRole('button', { name: 'Fill in the form' }).click()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByTestId('trace-outcome')).toContainText('403')
  await expect(page.getByRole('list', { name: 'What happened' })).toContainText('MissingKey')
  await page.getByText('Headers, cookies, body, viewer, signature').click()
  await page.getByRole('button', { name: 'Sign the URL' }).click()
  await expect(page.getByLabel('URL or path')).toHaveValue(/Signature=/)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('list', { name: 'What happened' })).toContainText('The signed URL is good')
})

test('why a request is a miss is answered with the part of the key and its policy', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openExample('WordPress')
  await designer.trace('/post/?page=1')
  await designer.trace('/post/?page=2')
  await page.getByRole('button', { name: 'Why not a hit?' }).click()
  await expect(page.getByTestId('why-not-hit')).toHaveText(
    'The two requests have different cache keys: they differ in the query string parameter “page”.',
  )
  await expect(page.getByRole('row', { name: /query page/ })).toContainText('puts it into the key')
  const remedies = page.getByRole('region', { name: 'What makes it a hit' })
  await expect(remedies).toContainText('QueryStringBehavior to “allExcept” and QueryStrings to “page”')
  await expect(remedies).toContainText('the same two requests give a hit')
  await page.getByRole('tab', { name: 'Story' }).click()
  await page.getByText('In words', { exact: true }).click()
  await expect(page.getByTestId('trace-words')).toContainText('GET /post/?page=2 through Frankfurt (FRA56)')
  // The policy that was put in place since is not what made it a miss.
  await page.getByRole('tab', { name: 'Why not a hit?' }).click()
  const why = page.getByRole('row', { name: /query page/ })
  const before = await why.textContent()
  await remedies
    .getByRole('button', { name: /^Apply/ })
    .first()
    .click()
  await expect(page.getByText('The design has changed since this was traced.')).toBeVisible()
  expect((await why.textContent())?.split('puts it')[0]).toBe(before?.split('puts it')[0])
})

const shut = `Resources:
  Files: {Type: AWS::S3::Bucket}
  Access:
    Type: AWS::CloudFront::OriginAccessControl
    Properties:
      OriginAccessControlConfig:
        {Name: files, OriginAccessControlOriginType: s3, SigningBehavior: always, SigningProtocol: sigv4}
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: files
            DomainName: !GetAtt Files.RegionalDomainName
            OriginAccessControlId: !GetAtt Access.Id
            S3OriginConfig: {}
        DefaultCacheBehavior:
          {TargetOriginId: files, ViewerProtocolPolicy: redirect-to-https, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6}
`

test('a 403 of the bucket leads to its remedy, and is told by the design that it was sent through', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('shut.yaml', shut)
  expect(await designer.trace('/a.png')).toContain('403')
  const behind = page.getByRole('list', { name: 'What is behind it' })
  await behind.getByRole('button', { name: 'Origin files › Origin access control' }).click()
  await page.getByRole('button', { name: /^Add the bucket policy/ }).click()
  await page.getByRole('button', { name: 'Apply the change' }).click()
  await expect(page.getByText('The design has changed since this was traced.')).toBeVisible()
  await expect(behind).toContainText('lets CloudFront read nothing')
  await expect(page.getByText('403 Error, before the edit')).toBeVisible()
  await page.getByRole('button', { name: 'Trace it again through the edited design' }).click()
  await expect(page.getByTestId('trace-outcome')).toContainText('200')
  await expect(page.getByText('1 request was traced again through the edited design.')).toBeAttached()
  const sent = page.getByRole('tablist', { name: 'Sent requests' }).getByRole('tab').first()
  await expect(sent.locator('span')).toBeInViewport({ ratio: 1 })
})
