/** Every driver over a real connection, with an API that knows more than the SDK does. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { JsonObject } from '#core/model/field.ts'
import { withReference } from '#core/plan/caller-reference.ts'
import { deployableTypes } from '#core/plan/order.ts'
import type { DeployableType } from '#core/resources/index.ts'
import { toApi } from '#core/resources/walk/wrap.ts'
import { everyField } from '#fixtures/every-field.ts'
import { type Element, parseXml } from '#fixtures/service-model.ts'
import { driversFor } from './drivers/index.ts'

const arn = 'arn:aws:cloudfront::111122223333:thing/E1'
const tomorrow =
  '<FieldOfTomorrow><Quantity>2</Quantity><Items><One>a &amp; b</One><One>c</One></Items></FieldOfTomorrow>'
let server: Server
let drivers: ReturnType<typeof driversFor>
/** The element that holds the config, as the API has it, and what was written last. */
let stored = ''
let written: string[] = []

/** What of a body is the config. */
function configOf(path: string, body: string): string {
  const xml = body.replace(/<\?[^>]*\?>/, '').replace(/ xmlns="[^"]*"/g, '')
  if (path.includes('realtime-log-config'))
    return xml.replace(/^<\w+>|<\/\w+>$/g, '').replace(/<ARN>.*?<\/ARN>/, '')
  const nested = /<(FunctionConfig|VpcOriginEndpointConfig)>.*<\/\1>/s.exec(xml)?.[0]
  // What Anycast IP lists are made of comes back within a structure, and no address of a file comes back at all.
  return (nested ?? xml)
    .replace(/^<\w+Request>|<\/\w+Request>$/g, '')
    .replace(/<(CaCertificatesBundleSource|ConnectionFunctionCode|ImportSource|Tags)>.*?<\/\1>/gs, '')
    .replace(/<IpamCidrConfigs>.*<\/IpamCidrConfigs>/s, '<IpamConfig>$&</IpamConfig>')
}

function answer(method: string, path: string, body: string): string {
  const isRead = method === 'GET' || path.includes('/get-')
  if (!isRead && !/\/(publish|test)$/.test(path)) {
    written.push(body)
    stored = configOf(path, body)
  }
  if (path.endsWith('/config') || path.includes('monitoring-subscription')) return stored
  const status = path.includes('key-value-store')
    ? 'READY'
    : path.includes('trust-store')
      ? 'active'
      : 'Deployed'
  const arnName = /vpc-origin|anycast|trust-store|tenant|group/.test(path) ? 'Arn' : 'ARN'
  const told = `<Id>E1</Id>${stored.includes('<Name>') ? '' : '<Name>text-1</Name>'}<Status>${status}</Status><${arnName}>${arn}</${arnName}>${stored}`
  if (path.includes('realtime-log-config'))
    return `<Result><RealtimeLogConfig><ARN>${arn}</ARN>${stored}</RealtimeLogConfig></Result>`
  return `<Answer>${told}</Answer>`
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const { method = 'GET', url = '/' } = request
    const [path = ''] = url.split('?')
    const isCode = method === 'GET' && /\/function\/text-1$|\/connection-function\/E1$/.test(path)
    const told = answer(method, path, Buffer.concat(chunks).toString('utf8'))
    response.writeHead(200, { etag: 'v1', ettag: 'v1' })
    response.end(isCode ? 'text-1' : told)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const endpoint = `http://127.0.0.1:${port}`
  drivers = driversFor(new CloudFront({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 }))
})
afterAll(() => void server.close())
beforeEach(() => {
  stored = ''
  written = []
})

/** Where an element of tomorrow stands, and what it holds. */
function* found(element: Element, path: string): Generator<string> {
  if (element.name === 'FieldOfTomorrow') yield `${path}: ${JSON.stringify(element)}`
  for (const child of element.children) yield* found(child, `${path}/${child.name}`)
}
/** The paths below the config's own element, however it is wrapped. */
const tomorrows = (xml: string): string[] => [...found(parseXml(`<All>${xml}</All>`), '')].sort()

/** No structures: what has none but items, and what holds no config alone. */
const noStructure =
  'All|Items|ParameterDefinitions|EndPoints|Fields|Domains|Parameters|Locations|IpamConfig|IpamCidrConfigs'
/** An element of tomorrow at the end of every structure that the config has. */
const planted = (xml: string, around: string): string =>
  `<${around}>${xml}</${around}>`
    .replace(new RegExp(`(</\\w+>)(?=</(?!(?:${noStructure})>)\\w+>)`, 'g'), (tag) => `${tag}${tomorrow}`)
    .replace(new RegExp(`^<${around}>|</${around}>$`, 'g'), '')
const fullConfig = (type: DeployableType): JsonObject => {
  const { config } = everyField(type).document.resources['One'] ?? {}
  // The shapes make a config of the type's form, which the API's is JSON of.
  return withReference(type, 'One', toApi(type, config as never) as JsonObject, 'a-run')
}
const known = ({ FieldOfTomorrow: _, ...config }: JsonObject): JsonObject => config

/** The records of these say that a plan deploys them. */
const types = deployableTypes as readonly DeployableType[]
/** These have requests with members of their own: what is more is refused by name. */
const refusing: readonly DeployableType[] = ['Function', 'KeyValueStore', 'MonitoringSubscription']

test.each(types)('%s: a member that nobody knows is sent with a creation, or refused', async (type) => {
  const creation = drivers[type].create('One', fullConfig(type))
  if (refusing.includes(type)) {
    await expect(creation).rejects.toThrow(/no place for “FieldOfTomorrow”/)
    expect(written).toEqual([])
    return
  }
  await creation
  expect(written[0]).toContain('<FieldOfTomorrow>text-1</FieldOfTomorrow>')
})

test.each(types)('%s: an update sends back every element that nobody knows, or is refused', async (type) => {
  const driver = drivers[type]
  await driver.create('One', known(fullConfig(type)))
  const id = driver.type === 'Function' || driver.type === 'KeyValueStore' ? 'text-1' : 'E1'
  // What these have are no structures, so it stands beside them.
  const isFlat = ['KeyValueStore', 'TrustStore', 'ConnectionGroup'].includes(type)
  const around = type === 'RealtimeLogConfig' ? type : 'All'
  stored = isFlat ? `${stored}${tomorrow}` : planted(stored, around)
  const [before, writes] = [stored, written.length]
  expect(tomorrows(before).length).toBeGreaterThan(0)
  const live = await driver.read(id)
  if (!live) throw new Error('It is there.')
  const update = driver.update(live, live.config)
  if (type === 'KeyValueStore' || type === 'TrustStore') {
    await expect(update).rejects.toThrow(/(has|no place for) “FieldOfTomorrow”/)
    expect(written.length).toBe(writes)
    return
  }
  await update
  expect(tomorrows(stored)).toEqual(tomorrows(before))
})

test('the items of a list that nobody knows have no names, so they are refused', async () => {
  const config = { ...known(fullConfig('CachePolicy')), New: { Quantity: 1, Items: ['a'] } }
  await expect(drivers.CachePolicy.create('One', config)).rejects.toThrow(/items of a list/)
  expect(written).toEqual([])
})
