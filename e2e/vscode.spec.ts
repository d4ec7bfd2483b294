/**
 * The extension for VS Code as it is packed. VS Code itself is not here: a stand-in gives it the module `vscode`
 * (editor.ts); its language client, the server that it starts, the page and the frame in Chromium are the real ones.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringPacker, budget, packExtension, stage as staged, stageExtension } from '#bin/vscode.js'
import { expect, test } from './designer.ts'
import { editorWith } from './editor.ts'

test.describe.configure({ timeout: 180_000, mode: 'serial' })

const file = join(mkdtempSync(join(tmpdir(), 'frontage-vscode-')), 'cdn.yaml')
writeFileSync(
  file,
  `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - { Id: web, DomainName: origin.example.com, CustomOriginConfig: { OriginProtocolPolicy: https-only } }
        DefaultCacheBehavior: { TargetOriginId: wbe, ViewerProtocolPolicy: redirect-to-https, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }
`,
)

test('Microsoft’s packer takes the manifest, and the file is within its budget', () => {
  stageExtension()
  // Fetched by “npm run setup”, which says so where it cannot be.
  if (bringPacker()) expect(packExtension().megabytes).toBeLessThan(budget)
})

test('the extension starts its server, tells problems, and shows the design beside the file', async ({
  page,
}) => {
  const editor = editorWith(staged, file)
  await editor.activate()
  expect([...editor.commands.keys()].toSorted()).toEqual([
    'frontage.link',
    'frontage.open',
    'frontage.review',
    'frontage.trace',
  ])
  await expect.poll(() => editor.problems.at(-1)).toBeGreaterThan(0)
  expect(editor.context.get('frontage.hasDistribution')).toBe(true)

  await editor.commands.get('frontage.open')?.()
  const [panel] = editor.panels
  panel?.ready('ready')
  await expect.poll(() => panel?.posted.length).toBe(1)
  const fragment = panel?.posted[0]?.fragment ?? ''
  expect(fragment).toMatch(/^#design=/)

  // The address that webviews have in an editor in the browser, for the real rules of framing.
  const outer = 'https://webview.vscode-cdn.net/'
  const head = '<script>globalThis.acquireVsCodeApi = () => ({ postMessage: () => {} })</script>'
  const nonce = /nonce="([^"]+)"/.exec(panel?.html ?? '')?.[1] ?? ''
  await page.route(outer, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: (panel?.html ?? '').replace(
        '<title>',
        `${head.replace('<script>', `<script nonce="${nonce}">`)}<title>`,
      ),
    }),
  )
  // What a browser asks its person, and the editor on the desktop does not.
  await page.context().grantPermissions(['local-network-access'], { origin: outer })
  await page.goto(outer)
  await page.evaluate((given) => postMessage({ fragment: given }, '*'), fragment)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('main', { name: 'Canvas' })).toBeVisible()
  await expect(frame.getByText('origin.example.com').first()).toBeVisible()
  await editor.deactivate()
  expect(editor.messages).toEqual([])
})
