/** Import, change one field, apply: nothing else of what get-distribution-config answers is another byte. */
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyEdit, setAt } from '#core/model/edit.ts'
import type { JsonObject } from '#core/model/field.ts'
import { importSites } from '#core/plan/import.ts'
import { importEntry } from '#core/plan/journal.ts'
import { withTags } from '#core/plan/tags.ts'
import { type StandIn, startMinistack, startMoto } from '#fixtures/aws-stand-ins.ts'
import { JournaledAccount } from '#fixtures/journaled-account.ts'
import { readingBack } from '#fixtures/read-back.ts'
import { driversFor } from './drivers/index.ts'

const servers: Record<string, StandIn> = {}
beforeAll(async () => {
  const ministack = await startMinistack()
  servers['read back'] = await readingBack(ministack)
  servers['ministack'] = ministack
  servers['moto'] = await startMoto()
}, 90_000)
afterAll(async () => {
  for (const server of Object.values(servers)) await server.stop()
})

const list = (...Items: readonly string[]) => ({ Quantity: Items.length, Items })
const methods = { ...list('GET', 'HEAD', 'OPTIONS'), CachedMethods: list('GET', 'HEAD') }
const edge = {
  LambdaFunctionAssociations: {
    Quantity: 1,
    Items: [
      {
        LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:7',
        EventType: 'origin-request',
        IncludeBody: true,
      },
    ],
  },
  FunctionAssociations: { Quantity: 0 },
}
const behavior = {
  TargetOriginId: 'both',
  ViewerProtocolPolicy: 'redirect-to-https',
  AllowedMethods: methods,
  SmoothStreaming: false,
  Compress: true,
  FieldLevelEncryptionId: '',
  TrustedSigners: { Enabled: true, ...list('self', '111122223333') },
  TrustedKeyGroups: { Enabled: false, Quantity: 0 },
  ...edge,
}
const legacy = {
  ForwardedValues: {
    QueryString: true,
    Cookies: { Forward: 'whitelist', WhitelistedNames: list('session', 'a') },
    Headers: list('Host', 'Accept'),
    QueryStringCacheKeys: list('page', 'b'),
  },
  MinTTL: 0,
  DefaultTTL: 0,
  MaxTTL: 60,
}
const custom = {
  HTTPPort: 8080,
  HTTPSPort: 8443,
  OriginProtocolPolicy: 'https-only',
  OriginSslProtocols: list('TLSv1.2', 'TLSv1.1'),
  OriginReadTimeout: 59,
  OriginKeepaliveTimeout: 1,
}
const origin = (Id: string, DomainName: string) => ({
  Id,
  DomainName,
  OriginPath: '/v1',
  ConnectionAttempts: 2,
  ConnectionTimeout: 4,
  CustomHeaders: {
    Quantity: 2,
    Items: [
      { HeaderName: 'X-B', HeaderValue: '2 & <3>' },
      { HeaderName: 'X-A', HeaderValue: ' 1' },
    ],
  },
  OriginShield: { Enabled: true, OriginShieldRegion: 'eu-west-1' },
})
/** Every optional field that these servers keep; `Tomorrow` is none that any SDK knows. */
const everything: JsonObject = {
  CallerReference: 'made elsewhere',
  Comment: 'before',
  Enabled: true,
  DefaultRootObject: 'index.html',
  PriceClass: 'PriceClass_100',
  HttpVersion: 'http2and3',
  IsIPV6Enabled: false,
  Staging: false,
  ContinuousDeploymentPolicyId: '',
  WebACLId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/edge/1',
  Aliases: list('www.example.com', 'example.com'),
  Origins: {
    Quantity: 2,
    Items: [
      { ...origin('web', 'web.example.net'), CustomOriginConfig: custom },
      {
        ...origin('bucket', 'bucket.s3.amazonaws.com'),
        S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E1' },
      },
    ],
  },
  OriginGroups: {
    Quantity: 1,
    Items: [
      {
        Id: 'both',
        FailoverCriteria: { StatusCodes: { Quantity: 2, Items: [503, 500] } },
        Members: { Quantity: 2, Items: [{ OriginId: 'web' }, { OriginId: 'bucket' }] },
      },
    ],
  },
  DefaultCacheBehavior: { ...behavior, ...legacy },
  CacheBehaviors: {
    Quantity: 1,
    Items: [{ ...behavior, PathPattern: '/a/*', CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6' }],
  },
  CustomErrorResponses: {
    Quantity: 2,
    Items: [
      { ErrorCode: 404, ResponsePagePath: '/404.html', ResponseCode: '200', ErrorCachingMinTTL: 0 },
      { ErrorCode: 403, ErrorCachingMinTTL: 5 },
    ],
  },
  Logging: { Enabled: true, IncludeCookies: true, Bucket: 'logs.s3.amazonaws.com', Prefix: 'a/' },
  ViewerCertificate: {
    ACMCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
    SSLSupportMethod: 'sni-only',
    MinimumProtocolVersion: 'TLSv1.2_2021',
  },
  Restrictions: { GeoRestriction: { RestrictionType: 'blacklist', ...list('DE', 'AT') } },
}
const tomorrow: JsonObject = { Tomorrow: { Mode: 'a & b', Deep: { Level: '1' } } }
const tags = { env: 'prod', 'cost center': '42' }

const key = '111122223333'
/** What the API answers, to the byte; `Last-Modified` and their like are headers. */
async function configXml(endpoint: string, id: string): Promise<string> {
  const scope = `Credential=${key}/20260101/us-east-1/cloudfront/aws4_request`
  const headers = { authorization: `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=00` }
  const answer = await fetch(`${endpoint}/2020-05-31/distribution/${id}/config`, { headers })
  expect(answer.status).toBe(200)
  return answer.text()
}

async function imported(account: JournaledAccount, id: string) {
  const steps = importSites(account.drivers, [id])
  let next = await steps.next()
  while (!next.done) next = await steps.next()
  for (const { id: name, type, live } of next.value.live)
    account.journal.push({ run: 'import', at: '', ...importEntry(name, type, live) })
  return next.value.document
}

test.each(['ministack', 'moto', 'read back'])(
  '%s: an imported distribution in which one field changes is the same in every other byte',
  async (name) => {
    const endpoint = servers[name]?.endpoint ?? ''
    const credentials = { accessKeyId: key, secretAccessKey: 'test' }
    const aws = new CloudFront({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 })
    const account = new JournaledAccount(driversFor(aws))
    // moto makes its answers of the fields that it knows, and knows no groups as targets.
    const config: JsonObject =
      name === 'moto'
        ? JSON.parse(JSON.stringify(everything).replaceAll('"both"', '"web"'))
        : { ...everything, ...tomorrow }
    const made = await account.drivers.Distribution?.create(
      'Site',
      withTags({ ...config, CallerReference: name }, tags),
    )
    const id = made?.physicalId ?? ''
    const before = await configXml(endpoint, id)
    if (name !== 'moto') expect(before).toContain('<Level>1</Level>')

    const document = await imported(account, id)
    const [site = ''] = Object.keys(document.resources)
    expect((await account.plan(document)).plan.steps).toMatchObject([
      { action: 'unchanged', changes: [], because: 'imported' },
    ])

    const { plan, progress } = await account.apply(
      applyEdit(document, setAt(['resources', site, 'config', 'Comment'], 'after')),
    )
    expect(plan.steps).toMatchObject([
      { action: 'update', changes: [{ path: ['Comment'], before: 'before', after: 'after' }] },
    ])
    expect(progress.at(-1)?.status).toBe('done')
    const after = await configXml(endpoint, id)
    expect(after).toBe(before.replace('<Comment>before</Comment>', '<Comment>after</Comment>'))
    const { Tags } = await aws.listTagsForResource({ Resource: made?.arn })
    expect(Object.fromEntries((Tags?.Items ?? []).map(({ Key, Value }) => [Key, Value]))).toEqual(tags)
  },
)
