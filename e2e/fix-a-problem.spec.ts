import { readFileSync } from 'node:fs'
import { expect, test } from './designer.ts'

const failover = readFileSync('public/examples/failover.yaml', 'utf8')
const withMistakes = failover
  .replace('DefaultRootObject: index.html', 'DefaultRootObject: /index.html')
  .replaceAll('ViewerProtocolPolicy: redirect-to-https', 'ViewerProtocolPolicy: allow-all')

test('a problem leads to its field, and a second one of the same field too', async ({ designer, page }) => {
  await designer.start()
  await designer.openTemplate('mistakes.yaml', withMistakes)
  await designer.showProblems('All')
  const mistake = designer.problems
    .filter({ hasText: 'starts with a slash' })
    .getByRole('button', { name: /^The default root object/ })
  const field = page.getByLabel('Default root object', { exact: true })
  await mistake.click()
  await expect(field).toBeFocused()
  await page.getByLabel('Name of the design').focus()
  await mistake.click()
  await expect(field).toBeFocused()
})

test('a checkbox that a click leads to is seen to have the focus', async ({ designer, page }) => {
  const policy = `Resources:
  Headers:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        Name: headers
        SecurityHeadersConfig: { FrameOptions: { FrameOption: DENY } }
`
  await designer.start()
  await designer.openTemplate('headers.yaml', failover.replace(/^Resources:\n/m, policy))
  await designer.showProblems('All')
  await page.getByRole('button', { name: /^“Override” of “FrameOptions” is missing/ }).click()
  const box = page.getByRole('checkbox', { name: 'Frame options: override' })
  await expect(box).toBeFocused()
  expect(await box.evaluate((one) => one.matches(':focus-visible'))).toBe(true)
})

test('a problem of the whole distribution leads into its form', async ({ designer, page }) => {
  await designer.start()
  await designer.openTemplate('mistakes.yaml', withMistakes)
  await designer.showProblems('All')
  await designer.problems
    .filter({ hasText: 'has no web ACL' })
    .getByRole('button', { name: /no web ACL/ })
    .click()
  await expect(page.getByRole('region', { name: 'Inspector' }).locator(':focus')).toHaveCount(1)
})

test('a problem says why it matters, is accepted with a reason, and shown again', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('mistakes.yaml', withMistakes)
  await designer.showProblems('All')
  const problem = designer.problems.filter({ hasText: 'has no web ACL' })
  await expect(problem).toHaveCount(1)
  const before = await designer.problems.count()
  await problem.getByRole('button', { name: /^Why/ }).click()
  await expect(problem.getByRole('link', { name: 'The AWS page' })).toBeVisible()
  await problem.getByText('A bad and a good example').click()
  await expect(problem.getByRole('figure')).toHaveCount(2)
  await expect(problem.getByRole('figure').last()).toContainText('WebACLId')
  await problem.getByLabel('Accept it, because').fill('a firewall stands in front')
  await problem.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(problem).toHaveCount(0)
  expect(await designer.problems.count()).toBe(before - 1)
  await page.getByText('1 accepted problem').click()
  const accepted = page.getByRole('list', { name: 'Accepted problems' }).getByRole('listitem')
  await expect(accepted).toContainText('a firewall stands in front')
  await accepted.getByRole('button', { name: 'Show again' }).click()
  await expect(problem).toHaveCount(1)
})

test('problems are filtered by severity and text, and put in order by rule', async ({ designer, page }) => {
  await designer.start()
  await designer.openTemplate('mistakes.yaml', withMistakes)
  await designer.showProblems('All')
  await expect(designer.problems.first()).toBeVisible()
  const all = await designer.problems.count()
  await page.getByRole('button', { name: /\d+ notes?$/ }).click()
  expect(await designer.problems.count()).toBeLessThan(all)
  await page.getByLabel('Filter problems').fill('slash')
  await expect(designer.problems).toHaveCount(1)
  await page.getByLabel('Filter problems').fill('')
  await page.getByLabel('Order of problems').selectOption('By rule')
  await expect(page.getByRole('region', { name: /default root object/i }).first()).toBeVisible()
})

/** A row of a list, an item of a text, a legacy setting and the legacy cookies: each far down in a long form. */
const deep = `Resources:
  Keys:
    Type: AWS::CloudFront::CachePolicy
    Properties:
      CachePolicyConfig:
        Name: keys
        MinTTL: 0
        DefaultTTL: 60
        MaxTTL: 600
        ParametersInCacheKeyAndForwardedToOrigin:
          EnableAcceptEncodingGzip: false
          HeadersConfig: {HeaderBehavior: whitelist, Headers: [Accept, Cookie]}
          CookiesConfig: {CookieBehavior: none}
          QueryStringsConfig: {QueryStringBehavior: none}
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        CustomErrorResponses:
          - {ErrorCode: 403, ErrorCachingMinTTL: 10}
          - {ErrorCode: 404, ResponseCode: 200}
        Origins:
          - {Id: web, DomainName: web.shop.test, CustomOriginConfig: {OriginProtocolPolicy: https-only}, ConnectionAttempts: 9}
        DefaultCacheBehavior: {TargetOriginId: web, ViewerProtocolPolicy: https-only, CachePolicyId: !Ref Keys}
        CacheBehaviors:
          - PathPattern: /old/*
            TargetOriginId: web
            ViewerProtocolPolicy: https-only
            MinTTL: 500
            DefaultTTL: 60
            MaxTTL: 600
            ForwardedValues: {QueryString: false, Cookies: {Forward: some}}
`
const deepFields: readonly (readonly [said: RegExp, field: string])[] = [
  [/TTLs of the behavior/, 'Minimum TTL'],
  [/not a way to forward cookies/, 'Cookies'],
  [/cannot cache by “Cookie”/, 'Header names'],
  [/has a ResponseCode and no page/, 'Page, custom error response 2'],
  [/ConnectionAttempts of “web”/, 'Connection attempts'],
]

test('F8 brings the very field into view, also when the settings have just come or a topic was folded', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('deep.yaml', deep)
  await designer.showPanel('Problems')
  const inspector = page.getByRole('region', { name: 'Inspector' })
  for (const [said, field] of deepFields) {
    // As where nothing was selected: the settings come with the field.
    const close = page.getByRole('button', { name: 'Close the inspector' })
    if (await close.isVisible()) await close.click()
    await designer.problems.getByRole('button', { name: said }).last().click()
    const control = inspector.getByLabel(field, { exact: true })
    await expect(control).toBeFocused()
    await expect(control).toBeInViewport({ ratio: 1 })
  }
  await page.getByRole('button', { name: 'Timeouts and attempts' }).click()
  await expect(inspector.getByLabel('Connection attempts', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Show it as JSON' }).click()
  await page.keyboard.press('Shift+F8')
  await page.keyboard.press('F8')
  await expect(inspector.getByLabel('Connection attempts', { exact: true })).toBeFocused()
  // What is mended is gone, and the next one is the one that has taken its place.
  const list = designer.problems.getByRole('button', { name: /”/ })
  const current = list.and(page.locator('[aria-current="true"]'))
  const before = await list.allTextContents()
  const at = before.indexOf((await current.textContent()) ?? '')
  await inspector.getByLabel('Connection attempts', { exact: true }).fill('3')
  await expect(list).toHaveCount(before.length - 1)
  await page.keyboard.press('F8')
  await expect(current).toHaveText(before[(at + 1) % before.length] ?? '')
})

test('everything safe is mended at once, undone at once, and F8 goes from problem to problem', async ({
  designer,
  page,
}) => {
  await designer.start()
  await designer.openTemplate('mistakes.yaml', withMistakes)
  await designer.showProblems('All')
  await expect(designer.problems.first()).toBeVisible()
  const before = await designer.problems.count()
  await page.keyboard.press('F8')
  await expect(
    page.getByRole('heading', { level: 2, name: /Site|Default|frankfurt|ireland|both/ }),
  ).toBeVisible()
  await page.getByRole('button', { name: /^Fix all that is safe/ }).click()
  const look = page.getByRole('dialog', { name: 'Fix all that is safe' })
  await expect(look).toContainText('The default root object starts with a slash')
  await expect(look).toContainText(/requests (are|is) answered differently/, { timeout: 30_000 })
  await look.getByRole('button', { name: 'Apply the change' }).click()
  await expect.poll(() => designer.problems.count()).toBeLessThan(before)
  // What is told of it covers none of the list: it stands over the drawing.
  const message = await page
    .locator('output')
    .filter({ hasText: /^\d+ problems? (was|were) fixed/ })
    .boundingBox()
  const drawing = await page.locator('[data-pane="canvas"]').boundingBox()
  if (!message || !drawing) throw new Error('Both are in sight.')
  expect(message.y + message.height).toBeLessThanOrEqual(drawing.y + drawing.height)
  expect(message.x).toBeGreaterThanOrEqual(drawing.x)
  expect(message.x + message.width).toBeLessThanOrEqual(drawing.x + drawing.width)
  await page.getByRole('button', { name: /^Undo: Fix \d+ problems?/ }).click()
  await expect.poll(() => designer.problems.count()).toBe(before)
})

test('what is done about many places is read whole, however narrow the list is', async ({
  designer,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  const behaviors = [...'abc'].map(
    (name) => `          - PathPattern: /${name}/*
            TargetOriginId: frankfurt
            ViewerProtocolPolicy: redirect-to-https
            AllowedMethods: [GET, HEAD, POST]
            CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`,
  )
  await designer.start()
  const text = failover.replace(/^( {8})DefaultCacheBehavior:/m, `$1CacheBehaviors:\n${behaviors.join('')}$&`)
  await designer.openTemplate('methods.yaml', text)
  await designer.showProblems('All')
  await designer.node('Site/behavior//a/*').click()
  const all = page.getByRole('button', { name: /DELETE in all 3 places…$/ })
  const words = designer.problems.filter({ has: all }).getByRole('button', { name: /^AllowedMethods/ })
  await expect(all).toBeVisible()
  const list = await page.getByRole('list', { name: 'Problems' }).boundingBox()
  const button = await all.boundingBox()
  expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThanOrEqual((list?.x ?? 0) + (list?.width ?? 0))
  expect((await words.boundingBox())?.width).toBeGreaterThan(220)
})
