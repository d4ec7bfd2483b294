/** The same design on a local CDN is the equal server; ten that were changed are the different ones. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { politeSender } from '#cli/real-requests.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { designOf, type LocalRun, startLocalRun, startOrigin, type TestServer } from '#fixtures/local-run.ts'
import { createRunner } from '#sandbox/runner.ts'
import { placesOf, probesFor } from './probes.ts'
import { type Verified, verifyAll } from './verify.ts'

/** A site that does most of what a distribution can do; each change takes one thing out of it. */
const site = `Resources:
  Headers:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        Name: headers
        SecurityHeadersConfig: { StrictTransportSecurity: { AccessControlMaxAgeSec: 31536000, Override: true } }
        RemoveHeadersConfig: { Items: [{ Header: X-Powered-By }] }
  ByQuery:
    Type: AWS::CloudFront::CachePolicy
    Properties:
      CachePolicyConfig:
        Name: by-query
        MinTTL: 0
        DefaultTTL: 60
        MaxTTL: 600
        ParametersInCacheKeyAndForwardedToOrigin:
          EnableAcceptEncodingGzip: true
          EnableAcceptEncodingBrotli: true
          CookiesConfig: { CookieBehavior: none }
          HeadersConfig: { HeaderBehavior: none }
          QueryStringsConfig: { QueryStringBehavior: all }
  Moved:
    Type: AWS::CloudFront::Function
    Properties:
      Name: moved
      AutoPublish: true
      FunctionConfig: { Comment: '', Runtime: cloudfront-js-2.0 }
      FunctionCode: |
        function handler(event) {
          return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '/new' } } }
        }
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: web, DomainName: web.example.org, CustomOriginConfig: { OriginProtocolPolicy: http-only } }]
        CustomErrorResponses: [{ ErrorCode: 404, ResponseCode: 200, ResponsePagePath: /app.html, ErrorCachingMinTTL: 0 }]
        CacheBehaviors:
          - PathPattern: /secure/*
            TargetOriginId: web
            ViewerProtocolPolicy: redirect-to-https
            CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
          - PathPattern: /old/*
            TargetOriginId: web
            ViewerProtocolPolicy: allow-all
            CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad
            FunctionAssociations: [{ EventType: viewer-request, FunctionARN: !GetAtt Moved.FunctionARN }]
          - PathPattern: /live/*
            TargetOriginId: web
            ViewerProtocolPolicy: allow-all
            CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad
            AllowedMethods: [GET, HEAD, OPTIONS]
          - PathPattern: /search/*
            TargetOriginId: web
            ViewerProtocolPolicy: allow-all
            CachePolicyId: !Ref ByQuery
          - PathPattern: /members/*
            TargetOriginId: web
            ViewerProtocolPolicy: allow-all
            CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
            TrustedSigners: [self]
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: allow-all
          Compress: true
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
          ResponseHeadersPolicyId: !Ref Headers
`

const cached = '658327ea-f89d-4fab-a63d-7e88639e58f6'
const uncached = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const swap = (before: string, after: string) => {
  if (!site.includes(before)) throw new Error(`The site has no “${before}”.`)
  return site.replace(before, after)
}
const inBehavior = (pattern: string, before: string, after: string) => {
  const start = site.indexOf(`PathPattern: ${pattern}`)
  const at = site.indexOf(before, start)
  return site.slice(0, at) + after + site.slice(at + before.length)
}

/** What is deployed in place of the design, and the field that must tell. */
const planted: readonly (readonly [string, string, string])[] = [
  ['no redirect to HTTPS', inBehavior('/secure/*', 'redirect-to-https', 'allow-all'), 'status'],
  [
    'a function that is not deployed',
    inBehavior(
      '/old/*',
      'FunctionAssociations: [{ EventType: viewer-request, FunctionARN: !GetAtt Moved.FunctionARN }]',
      'Compress: false',
    ),
    'status',
  ],
  [
    'fewer methods',
    inBehavior('/live/*', 'AllowedMethods: [GET, HEAD, OPTIONS]', 'AllowedMethods: [GET, HEAD]'),
    'status',
  ],
  ['a cache where none should be', inBehavior('/live/*', uncached, cached), 'xCache'],
  [
    'no cache where one should be',
    swap(
      `Compress: true\n          CachePolicyId: ${cached}`,
      `Compress: true\n          CachePolicyId: ${uncached}`,
    ),
    'xCache',
  ],
  [
    'a cache key without the query string',
    swap('CachePolicyId: !Ref ByQuery', `CachePolicyId: ${cached}`),
    'xCache',
  ],
  [
    'a cache key with the query string',
    swap(
      `Compress: true\n          CachePolicyId: ${cached}`,
      'Compress: true\n          CachePolicyId: !Ref ByQuery',
    ),
    'xCache',
  ],
  [
    'no response headers policy',
    swap('          ResponseHeadersPolicyId: !Ref Headers\n', ''),
    'header strict-transport-security',
  ],
  [
    'a header that stays',
    swap('        RemoveHeadersConfig: { Items: [{ Header: X-Powered-By }] }\n', ''),
    'header x-powered-by',
  ],
  ['another value of a header', swap('31536000', '60'), 'header strict-transport-security'],
  ['no compression', swap('Compress: true', 'Compress: false'), 'header content-encoding'],
  ['content that is open', inBehavior('/members/*', '            TrustedSigners: [self]\n', ''), 'status'],
  [
    'no error page',
    swap(
      '        CustomErrorResponses: [{ ErrorCode: 404, ResponseCode: 200, ResponsePagePath: /app.html, ErrorCachingMinTTL: 0 }]\n',
      '',
    ),
    'status',
  ],
]

let number = 0
let web: TestServer
const runs: LocalRun[] = []
beforeAll(async () => {
  web = await startOrigin((asked, reply) => {
    reply.setHeader('content-type', 'text/html')
    reply.setHeader('x-powered-by', 'tests')
    reply.setHeader('cache-control', 'max-age=60')
    if (/^\/(missing|search\/gone)/.test(asked.url ?? '')) reply.statusCode = 404
    reply.end('hello '.repeat(500))
  })
})
afterAll(async () => {
  for (const run of runs) await run.close()
  await web?.close()
})

async function deployed(template: string): Promise<string> {
  const run = await startLocalRun({ template, origins: { web: web.target } })
  runs.push(run)
  return run.url
}

async function verifySite(url: string, paths: readonly string[] = ['/missing']): Promise<Verified[]> {
  const document = designOf(site)
  const [only] = distributionsIn(document)
  if (!only) throw new Error('The site has a distribution.')
  const endpoint = new URL(url)
  const send = politeSender({ endpoint, headers: {}, rate: 1000, timeout: 5, insecure: false })
  number += 1
  const probes = probesFor(placesOf(document, only.id, paths), `run${number}x`, 200)
  return verifyAll({ document, distribution: only.id, runner: createRunner(), endpoint }, probes, send)
}

const told = (verified: readonly Verified[]) =>
  verified.flatMap(({ request, shows, differences }) =>
    differences.map((difference) => ({ method: request.method, url: request.url, shows, ...difference })),
  )

test('an equal server has no difference, cold or warm', async () => {
  const url = await deployed(site)
  expect(told(await verifySite(url))).toEqual([])
  expect(told(await verifySite(url))).toEqual([])
}, 60_000)

test.each(planted)(
  '%s is found, and told with its reason',
  async (_, template, field) => {
    const differences = told(await verifySite(await deployed(template)))
    expect(differences.map((difference) => difference.field)).toContain(field)
    for (const { because } of differences) expect(because.length).toBeGreaterThan(30)
  },
  60_000,
)

test('a server that is no CloudFront is told for what it is', async () => {
  const server = createServer((_, reply) => reply.setHeader('content-type', 'text/html').end('hello'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const differences = told(await verifySite(`http://127.0.0.1:${port}`))
  server.close()
  expect(differences.some(({ because }) => because.includes('X-Cache'))).toBe(true)
})
