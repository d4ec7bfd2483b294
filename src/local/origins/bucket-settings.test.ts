/** Redirects and CORS of the bucket that a folder stands for, as the template sets them. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { designOf, type LocalRun, startLocalRun } from '#fixtures/local-run.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-bucket-'))
mkdirSync(join(folder, 'site', 'docs'), { recursive: true })
for (const key of ['site/index.html', 'site/docs/index.html', 'site/old.html', 'font.woff2'])
  writeFileSync(join(folder, key), key)
writeFileSync(
  join(folder, '.frontage-objects.json'),
  '{"site/old.html":{"x-amz-website-redirect-location":"/site/new.html"}}',
)

const uncached = 'CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const forwarded = 'OriginRequestPolicyId: b689b0a8-53d0-40ab-baf2-68738e2966ac'
const everything = 'AllowedMethods: [GET, HEAD, OPTIONS, PUT, POST, PATCH, DELETE]'
const behavior = (target: string) =>
  `TargetOriginId: ${target}, ViewerProtocolPolicy: allow-all, ${everything}, ${uncached}, ${forwarded}`
const template = (errorRule = '307') => `
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: files
      CorsConfiguration:
        CorsRules:
          - { AllowedOrigins: ['https://*.example.com', 'https://example.com'], AllowedMethods: [GET, PUT], AllowedHeaders: ['X-Amz-*', content-type], ExposedHeaders: [ETag, x-amz-meta-a], MaxAge: 600 }
          - { AllowedOrigins: ['*'], AllowedMethods: [GET] }
  Web:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: web
      WebsiteConfiguration:
        IndexDocument: index.html
        RoutingRules:
          - { RoutingRuleCondition: { KeyPrefixEquals: site/images/ }, RedirectRule: { HostName: img.example.com, Protocol: https, ReplaceKeyPrefixWith: i/ } }
          - { RoutingRuleCondition: { KeyPrefixEquals: site/moved }, RedirectRule: { ReplaceKeyWith: site/index.html, HttpRedirectCode: 302 } }
          - { RoutingRuleCondition: { KeyPrefixEquals: site/thumbs/, HttpErrorCodeReturnedEquals: 404 }, RedirectRule: { HostName: api.example.com, Protocol: https, HttpRedirectCode: '${errorRule}', ReplaceKeyPrefixWith: 'resize?key=' } }
  Apex:
    Type: AWS::S3::Bucket
    Properties: { BucketName: apex, WebsiteConfiguration: { RedirectAllRequestsTo: { HostName: www.example.com, Protocol: https } } }
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - { Id: files, DomainName: files.s3.eu-west-1.amazonaws.com, S3OriginConfig: { OriginAccessIdentity: '' } }
          - { Id: plain, DomainName: plain.s3.eu-west-1.amazonaws.com, S3OriginConfig: { OriginAccessIdentity: '' } }
          - { Id: web, DomainName: web.s3-website-eu-west-1.amazonaws.com, CustomOriginConfig: { OriginProtocolPolicy: http-only } }
          - { Id: apex, DomainName: apex.s3-website-eu-west-1.amazonaws.com, CustomOriginConfig: { OriginProtocolPolicy: http-only } }
        DefaultCacheBehavior: { ${behavior('files')} }
        CacheBehaviors:
          - { PathPattern: /site/*, ${behavior('web')} }
          - { PathPattern: /apex/*, ${behavior('apex')} }
          - { PathPattern: /plain/*, ${behavior('plain')} }
`
let run: LocalRun
beforeAll(async () => {
  const target = { kind: 'folder', folder } as const
  run = await startLocalRun({
    template: template(),
    origins: { files: target, plain: target, web: target, apex: target },
  })
})
afterAll(async () => {
  await run?.close()
  expect(run.faults).toEqual([])
})

const seen = async (path: string) => {
  const { status, headers } = await run.ask(path)
  return [status, headers.location]
}

test.each([
  ['/site/images/a%20b.png?w=1', 301, 'https://img.example.com/i/a%20b.png?w=1'],
  ['/site/moved/x', 302, 'http://web.s3-website-eu-west-1.amazonaws.com/site/index.html'],
  ['/site/thumbs/9/a.png', 307, 'https://api.example.com/resize?key=9/a.png'],
  ['/site/none', 404, undefined],
  ['/site/', 200, undefined],
  ['/site/docs', 302, '/site/docs/'],
  ['/site/old.html', 301, '/site/new.html'],
  ['/apex/a/b?c=d', 301, 'https://www.example.com/apex/a/b?c=d'],
])('a website leads %s as its bucket says (%i)', async (path, status, location) => {
  expect(await seen(path)).toEqual([status, location])
})

/** Origin, method, headers of a preflight request, and what S3 allows. */
const preflights = [
  [
    '/font.woff2',
    'https://app.example.com',
    'PUT',
    'X-Amz-Date, Content-Type',
    200,
    'https://app.example.com',
  ],
  ['/font.woff2', 'https://example.com', 'GET', null, 200, 'https://example.com'],
  ['/font.woff2', 'https://other.example', 'GET', null, 200, '*'],
  ['/font.woff2', 'https://other.example', 'PUT', null, 403, undefined],
  ['/font.woff2', 'https://example.com', 'PUT', 'authorization', 403, undefined],
  ['/font.woff2', 'https://example.com', null, null, 400, undefined],
  ['/font.woff2', null, 'GET', null, 400, undefined],
  ['/plain/x', 'https://example.com', 'GET', null, 403, undefined],
  ['/site/index.html', 'https://example.com', 'GET', null, 403, undefined],
] as const
test.each(preflights)(
  'a preflight request to %s from %s for %s (%s) is %i',
  async (path, origin, method, asked, status, allowed) => {
    const given = {
      ...(origin !== null && { origin }),
      ...(method !== null && { 'access-control-request-method': method }),
      ...(asked !== null && { 'access-control-request-headers': asked }),
    }
    const answer = await run.ask(path, { method: 'OPTIONS', headers: given })
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([status, allowed])
    if (status === 403)
      expect(answer.body.toString()).toMatch(
        path === '/font.woff2' ? /is not allowed/ : /CORS is not enabled/,
      )
  },
)

test('a preflight answer says all that the rule allows', async () => {
  const headers = {
    origin: 'https://app.example.com',
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'x-amz-date',
  }
  expect((await run.ask('/font.woff2', { method: 'OPTIONS', headers })).headers).toMatchObject({
    'access-control-allow-methods': 'GET, PUT',
    'access-control-allow-headers': 'x-amz-date',
    'access-control-expose-headers': 'ETag, x-amz-meta-a',
    'access-control-max-age': '600',
    'access-control-allow-credentials': 'true',
  })
})

test('an object says who may read it to those who say where they come from', async () => {
  const from = async (origin?: string) => {
    const { headers } = await run.ask('/font.woff2', { headers: origin === undefined ? {} : { origin } })
    return [headers['access-control-allow-origin'], headers['access-control-allow-credentials']]
  }
  expect(await from('https://app.example.com')).toEqual(['https://app.example.com', 'true'])
  expect(await from('https://other.example')).toEqual(['*', undefined])
  expect(await from()).toEqual([undefined, undefined])
})

test('a changed template changes what its bucket answers', async () => {
  expect((await seen('/site/thumbs/x'))[0]).toBe(307)
  const changed = designOf(template('308'))
  run.cdn.replace([{ document: changed, id: 'Site' }])
  expect((await seen('/site/thumbs/x'))[0]).toBe(308)
})
