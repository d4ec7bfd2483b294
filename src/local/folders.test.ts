/** Folders as buckets and as websites. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalRun, startLocalRun } from '#fixtures/local-run.ts'

const root = mkdtempSync(join(tmpdir(), 'frontage-folder-'))
const bucket = join(root, 'bucket')
mkdirSync(join(bucket, 'docs'), { recursive: true })
mkdirSync(join(bucket, 'empty'))
writeFileSync(join(root, 'secret.txt'), 'outside')
writeFileSync(join(bucket, 'index.html'), '<h1>home</h1>')
writeFileSync(join(bucket, 'docs', 'index.html'), '<h1>docs</h1>')
writeFileSync(join(bucket, '404.html'), '<h1>gone</h1>')
writeFileSync(join(bucket, 'app.js'), 'x'.repeat(200_000))
writeFileSync(join(bucket, 'a b.txt'), 'space')
writeFileSync(join(bucket, 'LICENSE'), 'no type')
writeFileSync(
  join(bucket, '.frontage-objects.json'),
  '{"*.js":{"Cache-Control":"max-age=5","x-amz-meta-a":"1"}}',
)
symlinkSync(join(root, 'secret.txt'), join(bucket, 'link.txt'))

const uncached = 'CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const everything = '[GET, HEAD, OPTIONS, PUT, POST, PATCH, DELETE]'
const template = `
Resources:
  Oac:
    Type: AWS::CloudFront::OriginAccessControl
    Properties: { OriginAccessControlConfig: { Name: oac, OriginAccessControlOriginType: s3, SigningBehavior: always, SigningProtocol: sigv4 } }
  Listed: { Type: AWS::S3::Bucket, Properties: { BucketName: listed } }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Listed
      PolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { Service: cloudfront.amazonaws.com }, Action: [s3:GetObject, s3:ListBucket], Resource: '*' }
  Web:
    Type: AWS::S3::Bucket
    Properties: { BucketName: web, WebsiteConfiguration: { IndexDocument: index.html, ErrorDocument: 404.html } }
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - { Id: bucket, DomainName: assets.s3.eu-west-1.amazonaws.com, S3OriginConfig: { OriginAccessIdentity: '' } }
          - { Id: listed, DomainName: !GetAtt Listed.RegionalDomainName, S3OriginConfig: { OriginAccessIdentity: '' }, OriginAccessControlId: !Ref Oac, OriginPath: '' }
          - { Id: site, DomainName: !Select [2, !Split ['/', !GetAtt Web.WebsiteURL]], CustomOriginConfig: { OriginProtocolPolicy: http-only } }
          - { Id: plain, DomainName: plain.s3-website-eu-west-1.amazonaws.com, CustomOriginConfig: { OriginProtocolPolicy: http-only } }
        DefaultCacheBehavior: { TargetOriginId: bucket, ViewerProtocolPolicy: allow-all, AllowedMethods: ${everything}, ${uncached}, OriginRequestPolicyId: b689b0a8-53d0-40ab-baf2-68738e2966ac }
        CacheBehaviors:
          - { PathPattern: /listed/*, TargetOriginId: listed, ViewerProtocolPolicy: allow-all, ${uncached} }
          - { PathPattern: /docs*, TargetOriginId: site, ViewerProtocolPolicy: allow-all, ${uncached} }
          - { PathPattern: /web/*, TargetOriginId: site, ViewerProtocolPolicy: allow-all, AllowedMethods: ${everything}, ${uncached} }
          - { PathPattern: /plain/*, TargetOriginId: plain, ViewerProtocolPolicy: allow-all, ${uncached} }
`
let run: LocalRun
let closed: LocalRun
beforeAll(async () => {
  const folder = { kind: 'folder', folder: bucket } as const
  const origins = { bucket: folder, listed: folder, site: folder, plain: folder }
  run = await startLocalRun({ template, origins })
  closed = await startLocalRun({ template, origins, wantsSignature: true })
})
afterAll(async () => {
  await run?.close()
  await closed?.close()
  expect([...run.faults, ...closed.faults]).toEqual([])
})

test('an object has the headers of S3, and those of the folder’s own list', async () => {
  const { status, headers, body } = await run.ask('/app.js')
  expect([status, body.length]).toEqual([200, 200_000])
  expect(headers).toMatchObject({
    'content-type': 'text/javascript',
    'content-length': '200000',
    'cache-control': 'max-age=5',
    'x-amz-meta-a': '1',
    'accept-ranges': 'bytes',
    server: 'AmazonS3',
    etag: `"${createHash('md5').update('x'.repeat(200_000)).digest('hex')}"`,
  })
  expect(headers['x-amz-request-id']).toBeUndefined()
  expect((await run.ask('/LICENSE')).headers['content-type']).toBe('binary/octet-stream')
  expect((await run.ask('/a%20b.txt')).body.toString()).toBe('space')
})

test('what is missing is 403 without the permission to list, and 404 with it', async () => {
  const hidden = await run.ask('/none.txt')
  expect([hidden.status, hidden.headers['content-type']]).toEqual([403, 'application/xml'])
  expect(hidden.body.toString()).toContain('<Code>AccessDenied</Code>')
  const shown = await run.ask('/listed/none.txt')
  expect([shown.status, shown.body.toString()]).toEqual([
    404,
    expect.stringContaining('<Key>listed/none.txt</Key>'),
  ])
})

test('nothing outside of the folder is an object, and neither is a folder', async () => {
  for (const path of [
    '/link.txt',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/a%2f',
    '/empty',
    '/',
    '/.frontage-objects.json',
    '/a%00b',
  ])
    expect((await run.ask(path)).status, path).toBe(403)
})

test('conditions and ranges are answered as S3 answers them', async () => {
  const { headers } = await run.ask('/app.js', { method: 'HEAD' })
  const etag = String(headers.etag)
  const asked = async (more: Record<string, string>) => {
    const { status, headers: got, body } = await run.ask('/app.js', { headers: more })
    return [status, got['content-range'], body.length]
  }
  expect(await asked({ range: 'bytes=10-19' })).toEqual([206, 'bytes 10-19/200000', 10])
  expect(await asked({ range: 'bytes=-5' })).toEqual([206, 'bytes 199995-199999/200000', 5])
  expect((await asked({ range: 'bytes=300000-' }))[0]).toBe(416)
  expect(await asked({ 'if-none-match': etag })).toEqual([304, undefined, 0])
  expect(await asked({ 'if-modified-since': String(headers['last-modified']) })).toEqual([304, undefined, 0])
  expect((await asked({ 'if-match': '"other"' }))[0]).toBe(412)
})

test('a folder is read only', async () => {
  expect((await run.ask('/new.txt', { method: 'PUT', body: 'x' })).status).toBe(403)
  expect((await run.ask('/app.js', { method: 'DELETE' })).status).toBe(403)
  expect((await run.ask('/app.js', { method: 'POST', body: 'x' })).status).toBe(405)
})

test('a website has index documents, redirects to folders, and the error document of its bucket', async () => {
  expect((await run.ask('/docs/')).body.toString()).toBe('<h1>docs</h1>')
  const redirect = await run.ask('/docs')
  expect([redirect.status, redirect.headers.location]).toEqual([302, '/docs/'])
  const gone = await run.ask('/docs/none')
  expect([gone.status, gone.body.toString()]).toEqual([404, '<h1>gone</h1>'])
  expect((await run.ask('/web/x', { method: 'POST', body: 'x' })).status).toBe(405)
  const bare = await run.ask('/plain/none')
  expect([bare.status, bare.body.toString()]).toEqual([
    404,
    expect.stringContaining('<li>Code: NoSuchKey</li>'),
  ])
})

test('a folder that wants signatures refuses what CloudFront does not sign', async () => {
  expect((await closed.ask('/app.js')).status).toBe(403)
  expect((await closed.ask('/listed/none')).status).toBe(404)
})
