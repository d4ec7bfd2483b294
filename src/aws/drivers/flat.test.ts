/**
 * Kinds whose settings are members of the requests, held against the service's own model: no stand-in has Anycast IP
 * lists, trust stores and connection functions. https://docs.aws.amazon.com/cloudfront/latest/APIReference/
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { JsonObject } from '#core/model/field.ts'
import { changesBetween } from '#core/plan/diff.ts'
import type { Drivers } from '#core/plan/driver.ts'
import { withTags } from '#core/plan/tags.ts'
import type { DeployableType } from '#core/resources/index.ts'
import { type Judged, judge, serviceModel } from '#fixtures/service-model.ts'
import { driversFor } from './index.ts'

const model = serviceModel()
const judged: Judged[] = []
let server: Server
let drivers: Drivers
/** The settings of the one thing that is there, as elements; code as it came. */
let stored = ''
let code = ''
let published = ''
let tags = ''
let version = 0
/** What every read answers instead. */
let answeredOnce = ''

const inner = (xml: string, name: string) => new RegExp(`<${name}[^>]*>(.*?)</${name}>`, 's').exec(xml)?.[1]
const without = (xml: string, ...names: readonly string[]) =>
  names.reduce((text, name) => text.replace(new RegExp(`<${name}>.*?</${name}>`, 'gs'), ''), xml)

/** What an answer has of what was sent, by its path. */
const answered: Readonly<Record<string, (sent: string) => string>> = {
  'anycast-ip-list': (sent) =>
    `<AnycastIpList>${around}${without(sent, 'IpamCidrConfigs', 'Tags')}</AnycastIpList>`,
  'trust-store': (sent) =>
    `<TrustStore>${around.replace('Deployed', 'active')}${without(sent, 'CaCertificatesBundleSource', 'Tags')}</TrustStore>`,
  'connection-function': (sent) =>
    `<ConnectionFunctionSummary>${around.replace(/Arn/g, 'ConnectionFunctionArn')}<Stage>DEVELOPMENT</Stage>${without(sent, 'ConnectionFunctionCode', 'Tags')}</ConnectionFunctionSummary>`,
}
const around = '<Id>i1</Id><Arn>arn:aws:cloudfront::111122223333:thing/i1</Arn><Status>Deployed</Status>'
const lists: Readonly<Record<string, (name: string) => string>> = {
  'anycast-ip-list': (name) =>
    `<AnycastIpLists><Items><AnycastIpListSummary><Id>i1</Id>${name}</AnycastIpListSummary></Items></AnycastIpLists>`,
  'trust-stores': (name) =>
    `<R><TrustStoreList><TrustStoreSummary><Id>i1</Id>${name}</TrustStoreSummary></TrustStoreList></R>`,
  'connection-functions': (name) =>
    `<R><ConnectionFunctions><ConnectionFunctionSummary><Id>i1</Id>${name}</ConnectionFunctionSummary></ConnectionFunctions></R>`,
}

function kept(method: string, path: string, body: string): void {
  const sent = inner(body, `${method === 'POST' ? 'Create' : 'Update'}\\w+Request`) ?? body
  tags = inner(sent, 'Tags') ?? tags
  const name = /<Name>.*?<\/Name>/.exec(method === 'POST' ? sent : stored)?.[0] ?? ''
  const fixed = /<IpCount>.*?<\/IpCount>/.exec(stored)?.[0] ?? ''
  code = inner(sent, 'ConnectionFunctionCode') ?? code
  // The bundle of a trust store is the whole body of its update, and its switch is a part of the address.
  const settings = path.includes('trust-store') && method === 'PUT' ? without(stored, 'Name') : sent
  stored = method === 'POST' ? sent : `${name}${fixed}${settings}`
  version += 1
}

function taggingAnswer(method: string, body: string): string {
  if (method === 'GET') return `<Tags>${tags}</Tags>`
  tags = inner(body, 'Tags') ?? tags
  return ''
}

/** What the one thing answers after a call; undefined where it is not there. */
function thingAnswer(kind: string, isCode: boolean, isLive: boolean): string | Buffer | undefined {
  if (answeredOnce !== '') return answeredOnce
  if (stored === '' || (isLive && published === '')) return undefined
  return isCode ? Buffer.from(isLive ? published : code, 'base64') : answered[kind]?.(stored)
}

function answer(method: string, path: string, query: string, body: string): string | Buffer | undefined {
  const [kind = '', id, verb] = path.replace('/2020-05-31/', '').split('/')
  if (kind === 'tagging') return taggingAnswer(method, body)
  const name = /<Name>.*?<\/Name>/.exec(stored)?.[0]
  if (id === undefined && (method === 'GET' || kind.endsWith('s')))
    return name === undefined ? '<R/>' : lists[kind]?.(name)
  if (verb === 'publish') {
    published = code
    return '<ConnectionFunctionSummary/>'
  }
  if (method === 'DELETE') stored = ''
  if (method === 'POST' || method === 'PUT') kept(method, path, body)
  const isCode = kind === 'connection-function' && id !== undefined && verb === undefined && method === 'GET'
  return thingAnswer(kind, isCode, query.includes('LIVE'))
}

const failed = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`
const missing = [404, failed('EntityNotFound')] as const
const stale = [412, failed('PreconditionFailed')] as const
/** If-Match is held against the version before this call. */
const isStale = (method: string, match: string | undefined) =>
  (method === 'PUT' && match !== `v${version - 1}`) || (method === 'DELETE' && match !== `v${version}`)

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const body = Buffer.concat(chunks).toString('utf8')
    const { method = 'GET', url = '/' } = request
    const [path = '', query = ''] = url.split('?')
    if (!path.endsWith('/tagging'))
      judged.push(
        judge(model, method, url, body) ?? { operation: `${method} ${url}`, misfits: ['is no operation'] },
      )
    const told = answer(method, path, query, body)
    const [status, text] = told === undefined && method !== 'DELETE' ? missing : [200, told]
    const [code, answered] = isStale(method, request.headers['if-match']) ? stale : [status, text]
    response.writeHead(code, { 'content-type': 'text/xml', etag: `v${version}` })
    response.end(answered)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // The server listens, so its address is one of IP.
  const { port } = server.address() as AddressInfo
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const endpoint = `http://127.0.0.1:${port}`
  drivers = driversFor(new CloudFront({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 }))
})
afterAll(() => void server.close())
beforeEach(() => {
  ;[stored, code, published, tags, version, answeredOnce] = ['', '', '', '', 0, '']
  judged.length = 0
})

const bundle = (Key: string): JsonObject => ({
  CaCertificatesBundleSource: {
    CaCertificatesBundleS3Location: { Bucket: 'bundles', Key, Region: 'us-east-1' },
  },
})
const viewers = (text: string): JsonObject => ({
  Name: 'viewers',
  ConnectionFunctionConfig: { Comment: text, Runtime: 'cloudfront-js-2.0' },
  ConnectionFunctionCode: `function connectionHandler(c) { c.allow() } // ${text}`,
  AutoPublish: true,
})
const { CaCertificatesBundleSource: _, ...untold } = { ...bundle('a') }

test.each<readonly [DeployableType, JsonObject, JsonObject, JsonObject]>([
  [
    'AnycastIpList',
    { Name: 'ips', IpCount: 21, IpAddressType: 'ipv4' },
    { Name: 'ips', IpCount: 21, IpAddressType: 'dualstack' },
    { Name: 'ips', IpCount: 21, IpAddressType: 'dualstack' },
  ],
  [
    'TrustStore',
    { Name: 'cas', ...bundle('a') },
    { Name: 'cas', ...bundle('b') },
    { Name: 'cas', ...untold },
  ],
  ['ConnectionFunction', viewers('one'), viewers('two'), viewers('two')],
])(
  '%s: made with tags, found again, changed and deleted by requests that fit the model',
  async (type, first, second, read) => {
    const driver = drivers[type]
    const made = await driver?.create('Thing', withTags(first, { env: 'prod' }))
    expect(tags).toContain('<Key>env</Key><Value>prod</Value>')
    const found = await driver?.candidates('Thing', first)
    expect(found).toMatchObject([{ by: 'name', live: { physicalId: made?.physicalId } }])
    const live = await driver?.read(made?.physicalId ?? '')
    if (!driver || !live) throw new Error('It was made.')
    expect(live.config['Tags']).toEqual({ env: 'prod' })
    await driver.update(live, withTags(second, { env: 'prod' }))
    const changed = await driver.read(live.physicalId)
    expect(changesBetween(changed?.config ?? {}, withTags(read, { env: 'prod' }))).toEqual([])
    expect((await driver.list?.())?.items).toMatchObject([
      { physicalId: live.physicalId, name: first['Name'] },
    ])
    await expect(driver.delete(live)).rejects.toThrow(/changed since it was read/)
    stored = `<Name>${String(first['Name'])}</Name>`
    await driver.delete(changed ?? live)
    expect(await driver.read(live.physicalId)).toBeUndefined()
    expect(judged.flatMap(({ operation, misfits }) => misfits.map((one) => `${operation}: ${one}`))).toEqual(
      [],
    )
    expect(judged.length).toBeGreaterThan(7)
  },
)

test('a trust store whose certificates AWS cannot read fails with AWS’s reason', async () => {
  stored = '<Name>cas</Name>'
  answeredOnce =
    '<TrustStore><Id>i1</Id><Name>cas</Name><Status>failed</Status><Reason>no PEM</Reason></TrustStore>'
  const creation = drivers.TrustStore?.create('Thing', { Name: 'cas', ...bundle('a') })
  await expect(creation).rejects.toThrow(/trust store “i1” failed: no PEM/)
})
