/**
 * The kinds that neither stand-in has: each request that the SDK really sends is held against the service's own model,
 * and the answers are of the API reference's shapes. https://docs.aws.amazon.com/cloudfront/latest/APIReference/
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { withReference } from '#core/plan/caller-reference.ts'
import { changesBetween } from '#core/plan/diff.ts'
import type { Drivers, ResourceDriver } from '#core/plan/driver.ts'
import { type Judged, judge, parseXml, serviceModel } from '#fixtures/service-model.ts'
import { driversFor } from './index.ts'

interface Kind {
  readonly path: string
  /** The element that holds a config, the one around it with the id, and the list's. */
  readonly config: string
  readonly resource: string
  readonly list: string
  readonly summary: (id: string, config: string) => string
}
const kinds: readonly Kind[] = [
  {
    path: 'origin-access-identity/cloudfront',
    config: 'CloudFrontOriginAccessIdentityConfig',
    resource: 'CloudFrontOriginAccessIdentity',
    list: 'CloudFrontOriginAccessIdentityList',
    summary: (id) =>
      `<CloudFrontOriginAccessIdentitySummary><Id>${id}</Id><Comment/></CloudFrontOriginAccessIdentitySummary>`,
  },
  {
    path: 'continuous-deployment-policy',
    config: 'ContinuousDeploymentPolicyConfig',
    resource: 'ContinuousDeploymentPolicy',
    list: 'ContinuousDeploymentPolicyList',
    summary: (id, config) =>
      `<ContinuousDeploymentPolicySummary><ContinuousDeploymentPolicy><Id>${id}</Id>${config}</ContinuousDeploymentPolicy></ContinuousDeploymentPolicySummary>`,
  },
  {
    path: 'field-level-encryption',
    config: 'FieldLevelEncryptionConfig',
    resource: 'FieldLevelEncryption',
    list: 'FieldLevelEncryptionList',
    summary: (id) => `<FieldLevelEncryptionSummary><Id>${id}</Id></FieldLevelEncryptionSummary>`,
  },
  {
    path: 'field-level-encryption-profile',
    config: 'FieldLevelEncryptionProfileConfig',
    resource: 'FieldLevelEncryptionProfile',
    list: 'FieldLevelEncryptionProfileList',
    summary: (id, config) =>
      `<FieldLevelEncryptionProfileSummary><Id>${id}</Id><Name>${/<Name>([^<]*)/.exec(config)?.[1]}</Name></FieldLevelEncryptionProfileSummary>`,
  },
]

const model = serviceModel()
const judged: Judged[] = []
let stored: { id: string; version: number; xml: string } | undefined
let server: Server
let drivers: Drivers

interface Answer {
  readonly status: number
  readonly body?: string
  readonly etag?: string
}
const failure = (status: number, code: string): Answer => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`,
})

/** One resource at a time; versions count up, and If-Match is held against them. */
function answer(method: string, path: string, body: string, ifMatch: string | undefined): Answer {
  if (path.includes('realtime-log-config')) return logAnswer(method, path, body)
  const kind = kinds
    .toSorted((a, b) => b.path.length - a.path.length)
    .find((one) => path.startsWith(`/2020-05-31/${one.path}`))
  if (!kind) return failure(404, 'NoSuchResource')
  const rest = path.slice(`/2020-05-31/${kind.path}`.length)
  const config = body.replace(/<\?[^>]*\?>/, '').replace(/ xmlns="[^"]*"/g, '')
  if (method === 'POST') stored = { id: 'E1', version: 1, xml: config }
  if (rest === '' && method === 'GET')
    return {
      status: 200,
      body: `<${kind.list}><Quantity>1</Quantity><Items>${stored ? kind.summary(stored.id, stored.xml) : ''}</Items></${kind.list}>`,
    }
  if (!stored || !(method === 'POST' || rest.startsWith(`/${stored.id}`)))
    return failure(404, `NoSuch${kind.resource}`)
  if ((method === 'PUT' || method === 'DELETE') && ifMatch !== `v${stored.version}`)
    return failure(412, 'PreconditionFailed')
  if (method === 'DELETE') {
    stored = undefined
    return { status: 204 }
  }
  if (method === 'PUT') stored = { ...stored, version: stored.version + 1, xml: config }
  const { id, version, xml } = stored
  const isConfig = method === 'GET' && rest.endsWith('/config')
  return {
    status: method === 'POST' ? 201 : 200,
    etag: `v${version}`,
    body: isConfig ? xml : `<${kind.resource}><Id>${id}</Id>${xml}</${kind.resource}>`,
  }
}

/** Real-time log configurations have verbs in their paths and no versions. */
function logAnswer(method: string, path: string, body: string): Answer {
  const arn = 'arn:aws:cloudfront::111122223333:realtime-log-config/logs'
  const inner = (xml: string) =>
    xml.replace(/^.*?Request[^>]*>|<\/\w+Request>$/gs, '').replace(/<ARN>.*?<\/ARN>/, '')
  if (path.includes('delete-')) {
    stored = undefined
    return { status: 204 }
  }
  if (path.endsWith('/realtime-log-config') && method === 'GET')
    return {
      status: 200,
      body: `<RealtimeLogConfigs><Items>${stored ? `<member><ARN>${arn}</ARN>${stored.xml}</member>` : ''}</Items></RealtimeLogConfigs>`,
    }
  if (!path.includes('get-')) {
    const name = stored ? /<Name>.*?<\/Name>/.exec(stored.xml)?.[0] : ''
    stored = { id: arn, version: 1, xml: `${inner(body)}${method === 'PUT' ? name : ''}` }
  }
  if (!stored) return failure(404, 'NoSuchRealtimeLogConfig')
  const config = `<RealtimeLogConfig><ARN>${arn}</ARN>${stored.xml}</RealtimeLogConfig>`
  return { status: 200, body: `<Result>${config}</Result>` }
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const body = Buffer.concat(chunks).toString('utf8')
    const { method = 'GET', url = '/' } = request
    const one = judge(model, method, url, body)
    judged.push(one ?? { operation: `${method} ${url}`, misfits: ['is no operation of the model'] })
    const told = answer(method, url.split('?')[0] ?? '', body, request.headers['if-match'])
    response.writeHead(told.status, { 'content-type': 'text/xml', ...(told.etag && { etag: told.etag }) })
    response.end(told.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const endpoint = `http://127.0.0.1:${port}`
  drivers = driversFor(new CloudFront({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 }))
})
afterAll(() => void server.close())
beforeEach(() => {
  stored = undefined
  judged.length = 0
})

const driverOf = (type: ResourceType): ResourceDriver => {
  const driver = drivers[type]
  if (!driver) throw new Error(`There is no driver of ${type}.`)
  return driver
}

const weights = (Weight: number): JsonObject => ({
  Enabled: true,
  StagingDistributionDnsNames: { Quantity: 1, Items: ['d111111abcdef8.cloudfront.net'] },
  TrafficConfig: {
    Type: 'SingleWeight',
    SingleWeightConfig: { Weight, SessionStickinessConfig: { IdleTTL: 300, MaximumTTL: 600 } },
  },
})
const profiles = (Comment: string): JsonObject => ({
  Comment,
  QueryArgProfileConfig: { ForwardWhenQueryArgProfileIsUnknown: false, QueryArgProfiles: { Quantity: 0 } },
  ContentTypeProfileConfig: {
    ForwardWhenContentTypeIsUnknown: true,
    ContentTypeProfiles: {
      Quantity: 1,
      Items: [{ Format: 'URLEncoded', ProfileId: 'P1', ContentType: 'application/x-www-form-urlencoded' }],
    },
  },
})
const entities = (Comment: string): JsonObject => ({
  Name: 'cards',
  Comment,
  EncryptionEntities: {
    Quantity: 1,
    Items: [{ PublicKeyId: 'K1', ProviderId: 'cards', FieldPatterns: { Quantity: 1, Items: ['card*'] } }],
  },
})
const logs = (SamplingRate: number): JsonObject => ({
  Name: 'logs',
  SamplingRate,
  Fields: ['timestamp', 'c-ip'],
  EndPoints: [
    {
      StreamType: 'Kinesis',
      KinesisStreamConfig: {
        RoleARN: 'arn:aws:iam::111122223333:role/logs',
        StreamARN: 'arn:aws:kinesis:us-east-1:111122223333:stream/logs',
      },
    },
  ],
})

test.each<readonly [type: ResourceType, first: JsonObject, second: JsonObject]>([
  ['OriginAccessIdentity', { Comment: 'one' }, { Comment: 'two' }],
  ['ContinuousDeploymentPolicy', weights(0.05), weights(0.1)],
  ['FieldLevelEncryptionConfig', profiles('one'), profiles('two')],
  ['FieldLevelEncryptionProfile', entities('one'), entities('two')],
  ['RealtimeLogConfig', logs(10), logs(100)],
])(
  '%s: made, found again, changed and deleted by requests that fit the model of the service',
  async (type, first, second) => {
    const driver = driverOf(type)
    const complete = withReference(type, 'Thing', first, 'a-run')
    const made = await driver.create('Thing', complete)
    const [candidate, ...others] = await driver.candidates('Thing', complete)
    expect(others).toEqual([])
    const found = candidate?.live
    expect(found?.physicalId).toBe(made.physicalId)
    expect(changesBetween(found?.config ?? {}, first)).toEqual([])
    if (!found) throw new Error('It was made.')
    await driver.update(found, second)
    const changed = await driver.read(made.physicalId)
    expect(changesBetween(changed?.config ?? {}, second)).toEqual([])
    expect((await driver.list?.())?.items).toMatchObject([{ physicalId: made.physicalId }])
    if (found.etag !== '') await expect(driver.delete(found)).rejects.toThrow(/changed since it was read/)
    await driver.delete(changed ?? found)
    expect(await driver.read(made.physicalId)).toBeUndefined()
    expect(
      judged.flatMap(({ operation, misfits }) => misfits.map((misfit) => `${operation}: ${misfit}`)),
    ).toEqual([])
    expect(judged.length).toBeGreaterThan(6)
  },
)

test('the judge itself refuses what does not fit', () => {
  const path = '/2020-05-31/continuous-deployment-policy'
  const body =
    '<ContinuousDeploymentPolicyConfig><Enabled>true</Enabled><Made>up</Made></ContinuousDeploymentPolicyConfig>'
  expect(judge(model, 'POST', path, body)?.misfits).toEqual([
    'ContinuousDeploymentPolicyConfig/Made is not in ContinuousDeploymentPolicyConfig',
    'ContinuousDeploymentPolicyConfig/StagingDistributionDnsNames is required',
  ])
  expect(judge(model, 'POST', '/2020-05-31/made-up', '')).toBeUndefined()
  expect(parseXml('<a><b/><c>1 &lt; 2</c></a>').children).toMatchObject([{ name: 'b' }, { text: '1 < 2' }])
})
