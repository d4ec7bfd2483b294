/** `frontage run --open`: the page shows the requests of the local CDN as they come, and gives it orders. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from './designer.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-live-'))
mkdirSync(join(folder, 'files'))
writeFileSync(join(folder, 'files', 'app.css'), 'body { color: teal }')
writeFileSync(
  join(folder, 'template.yaml'),
  `
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - { Id: files, DomainName: files.s3.eu-west-1.amazonaws.com, S3OriginConfig: { OriginAccessIdentity: '' } }
        DefaultCacheBehavior:
          TargetOriginId: files
          ViewerProtocolPolicy: allow-all
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`,
)

let child: ChildProcess
let said: { readonly url: string; readonly page: string }

test.beforeAll(async () => {
  child = spawn(
    process.execPath,
    [
      resolve('bin/frontage.js'),
      ...['run', 'template.yaml', '--open', '--format', 'json', '--port', '0', '--admin-port', '0'],
      ...['--origin', 'files=files'],
    ],
    // No browser but the test's own.
    { cwd: folder, env: { ...process.env, PATH: '' }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [line] = await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')
  said = JSON.parse(String(line))
})
test.afterAll(() => {
  child.kill()
  rmSync(folder, { recursive: true, force: true })
})

test('requests are shown as they come, on the drawing too, and orders reach the CDN', async ({ page }) => {
  await page.goto(said.page)
  await expect(page.getByRole('status').filter({ hasText: 'Live: 0 requests' })).toBeVisible()
  await fetch(`${said.url}/app.css`)
  const requests = page.getByRole('tablist', { name: 'Sent requests' }).getByRole('tab')
  await expect(requests).toHaveCount(1)
  await expect(requests.first()).toContainText('Miss from cloudfront')
  await expect(page.getByTestId('play').locator('[data-station]')).toHaveCount(1)
  await fetch(`${said.url}/app.css`)
  await expect(requests.first()).toContainText('Hit from cloudfront')
  await page.getByRole('tab', { name: 'Caches', exact: true }).click()
  await expect(page.getByText('/app.css', { exact: false }).filter({ visible: true }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Invalidate', exact: true }).click()
  await expect(page.getByText(/objects? removed/)).toBeVisible()
  await fetch(`${said.url}/app.css?again`)
  await expect(requests.first()).toContainText('Miss from cloudfront')
  await page.getByRole('tab', { name: 'Why not a hit?' }).click()
  await expect(page.getByLabel('why was this one not a hit?')).toBeVisible()
})

test('nobody but the page is told anything', async ({ request }) => {
  const answer = await request.get(`${said.page}live/requests`)
  expect(answer.status()).toBe(403)
  const order = await request.post(`${said.page}live/invalidate`, { data: { paths: ['/*'] } })
  expect(order.status()).toBe(403)
})
