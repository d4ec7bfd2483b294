/** `frontage run` between Chromium and a real Vite site with an API: by the built command. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createServer as createVite } from 'vite'
import { expect, test } from './designer.ts'

test.describe.configure({ timeout: 180_000 })

const folder = mkdtempSync(join(tmpdir(), 'frontage-site-'))
const template = join(folder, 'template.yaml')
const disabled =
  'CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad, OriginRequestPolicyId: 216adef6-5c7f-47e4-b989-5492eafa07d3'

writeFileSync(
  template,
  `
Resources:
  Key: { Type: AWS::CloudFront::PublicKey, Properties: { PublicKeyConfig: { Name: key, CallerReference: key, EncodedKey: none } } }
  Keys: { Type: AWS::CloudFront::KeyGroup, Properties: { KeyGroupConfig: { Name: keys, Items: [!Ref Key] } } }
  Edge:
    Type: AWS::CloudFront::Function
    Properties:
      Name: edge
      AutoPublish: true
      FunctionConfig: { Comment: '', Runtime: cloudfront-js-2.0 }
      FunctionCode: "function handler(event) { return { statusCode: 200, body: 'first edition' } }"
  # Vite says no-cache of everything; a minimum TTL outlives it.
  Images:
    Type: AWS::CloudFront::CachePolicy
    Properties: { CachePolicyConfig: { Name: images, MinTTL: 600, DefaultTTL: 600, MaxTTL: 600, ParametersInCacheKeyAndForwardedToOrigin: { EnableAcceptEncodingGzip: false, EnableAcceptEncodingBrotli: false, HeadersConfig: { HeaderBehavior: none }, CookiesConfig: { CookieBehavior: none }, QueryStringsConfig: { QueryStringBehavior: none } } } }
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - { Id: site, DomainName: site.example.com, CustomOriginConfig: { OriginProtocolPolicy: http-only } }
          - { Id: api, DomainName: api.example.com, CustomOriginConfig: { OriginProtocolPolicy: http-only } }
        DefaultCacheBehavior: { TargetOriginId: site, ViewerProtocolPolicy: allow-all, ${disabled} }
        CacheBehaviors:
          - { PathPattern: /api/*, TargetOriginId: api, ViewerProtocolPolicy: allow-all, ${disabled} }
          - { PathPattern: /img/*, TargetOriginId: site, ViewerProtocolPolicy: allow-all, CachePolicyId: !Ref Images }
          - { PathPattern: /private/*, TargetOriginId: site, ViewerProtocolPolicy: allow-all, TrustedKeyGroups: [!Ref Keys], ${disabled} }
          - PathPattern: /edge
            TargetOriginId: site
            ViewerProtocolPolicy: allow-all
            CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad
            FunctionAssociations: [{ EventType: viewer-request, FunctionARN: !GetAtt Edge.FunctionARN }]
`,
)

/** A page whose script writes the route and what the API says. */
function writeSite(): string {
  const root = join(folder, 'site')
  mkdirSync(join(root, 'public', 'img'), { recursive: true })
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><h1></h1><p></p><img src="/img/dot.svg" alt="dot" /><script type="module" src="/main.js"></script>',
  )
  writeFileSync(
    join(root, 'main.js'),
    "document.querySelector('h1').textContent = location.pathname\nfetch('/api/count').then((answer) => answer.text()).then((text) => { document.querySelector('p').textContent = text })\n",
  )
  writeFileSync(
    join(root, 'public', 'img', 'dot.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>',
  )
  return root
}

async function startRun(
  site: string,
  api: string,
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const options = ['--origin', `site=${site}`, '--origin', `api=${api}`, '--port', '0', '--admin-port', '0']
  const child = spawn(
    process.execPath,
    [resolve('bin/frontage.js'), 'run', template, ...options, '--watch', '--format', 'json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const line = await new Promise<string>((done, failed) => {
    child.stdout?.once('data', (piece) => done(String(piece).split('\n')[0] ?? ''))
    child.once('exit', (status) => failed(new Error(`The command ended with ${status}.`)))
  })
  const { url, admin, distributions } = JSON.parse(line) as Record<string, unknown>
  expect([typeof admin, distributions]).toEqual(['string', ['Site']])
  return { url: String(url), child }
}

test('a site by Vite and an API behind the distribution, in a browser', async ({ page }) => {
  const vite = await createVite({
    configFile: false,
    root: writeSite(),
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', allowedHosts: true },
  })
  await vite.listen()
  let count = 0
  const api = createServer((_, reply) => {
    count += 1
    reply.end(`asked ${count} times`)
  })
  await new Promise<void>((done) => api.listen(0, '127.0.0.1', done))
  const address = (port: number) => `http://127.0.0.1:${port}`
  const listening = vite.httpServer?.address() as AddressInfo | undefined
  const sitePort = listening?.port ?? 0
  const { url, child } = await startRun(address(sitePort), address((api.address() as AddressInfo).port))
  const results: string[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.svg')) results.push(response.headers()['x-cache'] ?? 'none')
  })
  try {
    // Routes of the app, and an API that is asked each time.
    await page.goto(`${url}/some/route`)
    await expect(page.locator('h1')).toHaveText('/some/route')
    await expect(page.locator('p')).toHaveText('asked 1 times')
    await page.goto(`${url}/another`)
    await expect(page.locator('p')).toHaveText('asked 2 times')
    // An image is kept, for a browser that has it no more.
    expect((await page.request.get(`${url}/img/dot.svg`)).headers()['x-cache']).toBe('Hit from cloudfront')
    expect(results[0]).toBe('Miss from cloudfront')
    // An area for signed requests.
    expect((await page.request.get(`${url}/private/x`)).status()).toBe(403)
    // A function that is edited is another at the next request.
    await page.goto(`${url}/edge`)
    await expect(page.locator('body')).toHaveText('first edition')
    writeFileSync(template, readFileSync(template, 'utf8').replace('first edition', 'second edition'))
    await expect(async () => {
      await page.goto(`${url}/edge`)
      await expect(page.locator('body')).toHaveText('second edition', { timeout: 200 })
    }).toPass({ timeout: 20_000 })
    expect((await page.request.get(`${url}/img/dot.svg`)).headers()['x-cache']).toBe('Hit from cloudfront')
  } finally {
    const ended = once(child, 'exit')
    child.kill()
    // Its functions have run, and nothing of them keeps the command from ending.
    expect(await ended).toEqual([0, null])
    api.close()
    await vite.close()
  }
})
