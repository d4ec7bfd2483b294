/** The pickers' lists over HTTP: ministack has every service at one endpoint. */
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Choice } from '#core/plan/account-choices.ts'
import { type StandIn, startMinistack, startMoto } from '#fixtures/aws-stand-ins.ts'
import { choicesOf } from './account-choices.ts'
import { type Services, services } from './services.ts'

let ministack: StandIn
let moto: StandIn
let aws: Services
const credentials = { accessKeyId: '100000000099', secretAccessKey: 'marked-secret' }
beforeAll(async () => {
  ministack = await startMinistack()
  moto = await startMoto()
  aws = services({ endpoint: ministack.endpoint, credentials })
}, 90_000)
afterAll(async () => {
  await ministack?.stop()
  await moto?.stop()
})

test('certificates are those that are issued, with every name that they are for', async () => {
  const { CertificateArn } = await aws.acm.requestCertificate({
    DomainName: 'example.com',
    SubjectAlternativeNames: ['*.example.com'],
    ValidationMethod: 'DNS',
  })
  const all = await choicesOf(aws)('certificates')
  expect(all).toMatchObject([
    { value: CertificateArn, names: ['example.com', '*.example.com'], name: 'example.com, *.example.com' },
  ])
})

test('web ACLs are those for CloudFront', async () => {
  const acl = {
    DefaultAction: { Allow: {} },
    VisibilityConfig: { SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false, MetricName: 'm' },
  }
  const { Summary } = await aws.wafv2.createWebACL({ ...acl, Name: 'edge', Scope: 'CLOUDFRONT' })
  await aws.wafv2.createWebACL({ ...acl, Name: 'regional', Scope: 'REGIONAL' })
  expect(await choicesOf(aws)('web-acls')).toMatchObject([{ value: Summary?.ARN, name: 'edge' }])
})

test('a bucket is chosen as the host name of its own region', async () => {
  await aws.s3.createBucket({ Bucket: 'near' })
  await aws.s3.createBucket({
    Bucket: 'far',
    CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
  })
  const all = await choicesOf(aws)('buckets')
  expect(all.map(({ value }: Choice) => value).sort()).toEqual([
    'far.s3.eu-central-1.amazonaws.com',
    'near.s3.us-east-1.amazonaws.com',
  ])
})

test('hosted zones are the public ones, by their bare id', async () => {
  const { HostedZone } = await aws.route53.createHostedZone({ Name: 'example.com', CallerReference: 'one' })
  const all = await choicesOf(aws)('hosted-zones')
  expect(all).toMatchObject([{ name: 'example.com', names: ['example.com'] }])
  expect(`/hostedzone/${all[0]?.value}`).toBe(HostedZone?.Id)
})

/** moto looks for the role of a function; ministack lists no versions but the latest. */
async function roleIn({ endpoint }: StandIn): Promise<string> {
  const input = {
    Action: 'CreateRole',
    Version: '2010-05-08',
    RoleName: 'edge',
    AssumeRolePolicyDocument: '{}',
  }
  const scope = 'Credential=100000000099/20260101/us-east-1/iam/aws4_request'
  const headers = { authorization: `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=00` }
  const answer = await fetch(endpoint, { method: 'POST', headers, body: new URLSearchParams(input) })
  return /<Arn>([^<]+)</.exec(await answer.text())?.[1] ?? ''
}

test('versions of functions are the numbered ones', async () => {
  const elsewhere = services({ endpoint: moto.endpoint, credentials })
  const code = 'exports.handler = async () => ({ status: 200 })'
  await elsewhere.lambda.createFunction({
    FunctionName: 'edge',
    Role: await roleIn(moto),
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Code: { ZipFile: zipSync({ 'index.js': new TextEncoder().encode(code) }) },
    Publish: true,
  })
  const all = await choicesOf(elsewhere)('lambda-versions')
  expect(all).toMatchObject([{ name: 'edge:1' }])
  expect(all[0]?.value).toMatch(/:function:edge:1$/)
})

test('who may not list is told which call was refused, without a secret', async () => {
  const nowhere = services({ endpoint: 'http://127.0.0.1:9', credentials })
  const refused = choicesOf(nowhere)('buckets')
  await expect(refused).rejects.toThrow(/Listing the buckets/)
  await expect(refused).rejects.not.toThrow(/marked-secret/)
})
