/** `frontage verify` as it is called: what it prints where, and with which exit status. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type LocalRun, startLocalRun, startOrigin, type TestServer } from '#fixtures/local-run.ts'
import { test as runTests } from './test.ts'
import { type VerifyCommandOptions, verify } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-verify-'))
const site = () => `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: web, DomainName: web.example.org, CustomOriginConfig: { OriginProtocolPolicy: http-only } }]
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: allow-all
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
          AllowedMethods: [GET, HEAD, OPTIONS]
`
const file = join(folder, 'site.yaml')
writeFileSync(file, site())

let web: TestServer
let run: LocalRun
let other: LocalRun
beforeAll(async () => {
  web = await startOrigin((_, reply) => {
    reply.setHeader('content-type', 'text/html')
    reply.setHeader('set-cookie', 'session=of-somebody')
    reply.end('hello')
  })
  run = await startLocalRun({ template: site(), origins: { web: web.target } })
  other = await startLocalRun({
    template: site().replace('658327ea-f89d-4fab-a63d-7e88639e58f6', '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'),
    origins: { web: web.target },
  })
})
afterAll(async () => {
  await run?.close()
  await other?.close()
  await web?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function caught(call: () => Promise<number>) {
  const printed = { out: '', told: '' }
  const catching = (stream: NodeJS.WriteStream, name: 'out' | 'told') =>
    vi.spyOn(stream, 'write').mockImplementation((text, ...rest) => {
      printed[name] += String(text)
      const done = rest.find((one) => typeof one === 'function')
      if (typeof done === 'function') done()
      return true
    })
  const spies = [catching(process.stdout, 'out'), catching(process.stderr, 'told')]
  try {
    return { status: await call(), ...printed }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const verifying = (more: Partial<VerifyCommandOptions>) =>
  caught(() =>
    verify(file, {
      recorded: [],
      scenarios: [],
      path: [],
      header: [],
      maxRequests: 60,
      rate: 1000,
      timeout: 5,
      insecure: false,
      format: 'json',
      parameters: {},
      ...more,
    }),
  )

test('an endpoint that does as designed: status 0 and a summary', async () => {
  const { status, out } = await verifying({ against: run.url })
  const { requests, summary } = JSON.parse(out)
  expect(status).toBe(0)
  expect(summary).toEqual({ sent: requests.length, same: requests.length, different: 0 })
  expect(requests[0]).toMatchObject({ expected: { status: 200 }, actual: { status: 200 }, differences: [] })
})

test('no more is sent than allowed, and each behavior gets its part', async () => {
  const before = web.count()
  const { out } = await verifying({ against: run.url, maxRequests: 4 })
  expect(JSON.parse(out).summary.sent).toBe(4)
  expect(web.count() - before).toBeLessThanOrEqual(6)
})

test('an endpoint that does otherwise: status 1, each difference with its reason, and a case that fails as it does', async () => {
  const saveCase = join(folder, 'case.json')
  const { status, out } = await verifying({ against: other.url, saveCase })
  const { requests, summary } = JSON.parse(out)
  expect(status).toBe(1)
  expect(summary.different).toBeGreaterThan(0)
  const fields = requests.flatMap(({ differences }: { differences: { field: string }[] }) =>
    differences.map(({ field }) => field),
  )
  expect(new Set(fields)).toEqual(new Set(['xCache']))
  const text = readFileSync(saveCase, 'utf8')
  expect(text).not.toMatch(/of-somebody|set-cookie|hello/)
  const tested = await caught(() => runTests([saveCase], { format: 'json', leaks: false }))
  expect(tested.status).toBe(1)
  const { scenarios } = JSON.parse(tested.out)
  expect(scenarios.length).toBe(summary.different)
  expect(scenarios.every(({ passed }: { passed: boolean }) => !passed)).toBe(true)
})

test('nobody there, and a URL that is none: status 2 and one sentence', async () => {
  const nobody = await verifying({ against: 'http://127.0.0.1:1' })
  expect([nobody.status, nobody.told.trim()]).toEqual([
    2,
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:1\/.*: nobody listens there\.$/),
  ])
  expect((await verifying({ against: 'nowhere' })).status).toBe(2)
  expect((await verifying({})).status).toBe(2)
})

const seen = join(folder, 'seen.txt')
const curl = (xCache: string) => `* Connected to www.example.com (192.0.2.1) port 443
* SSL connection using TLSv1.3 / TLS_AES_128_GCM_SHA256
> GET /a.css HTTP/2
> Host: www.example.com
> User-Agent: curl/8.5.0
> Accept: */*
>
< HTTP/2 200
< content-type: text/css
< content-length: 12
< server: CloudFront
< x-cache: ${xCache}
< age: 3
<
* Connection #0 to host www.example.com left intact
`

test('what curl printed is compared without a request', async () => {
  writeFileSync(seen, curl('Miss from cloudfront') + curl('Hit from cloudfront'))
  const { status, out } = await verifying({ recorded: [seen] })
  expect([status, JSON.parse(out).summary]).toEqual([0, { sent: 2, same: 2, different: 0 }])
  writeFileSync(seen, curl('Miss from cloudfront') + curl('Miss from cloudfront'))
  const wrong = await verifying({ recorded: [seen] })
  expect(JSON.parse(wrong.out).requests[1].differences[0]).toMatchObject({
    field: 'xCache',
    expected: 'Hit from cloudfront',
    actual: 'Miss from cloudfront',
  })
  writeFileSync(seen, 'nothing of the kind')
  expect((await verifying({ recorded: [seen] })).status).toBe(2)
})

test('a HAR file is compared with every field that the viewer got', async () => {
  const entry = (xCache: string) => ({
    request: { method: 'GET', url: 'https://www.example.com/a.css', headers: [] },
    response: {
      status: 200,
      headers: [
        { name: 'Content-Type', value: 'text/css' },
        { name: 'Server', value: 'CloudFront' },
        { name: 'X-Cache', value: xCache },
        { name: 'Age', value: '1' },
      ],
      content: { size: 12, text: 'body {}' },
    },
  })
  writeFileSync(
    seen,
    JSON.stringify({ log: { entries: [entry('Miss from cloudfront'), entry('Hit from cloudfront')] } }),
  )
  const { status, out } = await verifying({ recorded: [seen] })
  expect([status, JSON.parse(out).summary]).toEqual([0, { sent: 2, same: 2, different: 0 }])
})
