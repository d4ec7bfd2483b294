/** Testing before publishing, and promoting: neither stand-in has these, so the requests are held against the model. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { siteOperations } from '#aws/site-operations.ts'
import { type Judged, judge, serviceModel } from '#fixtures/service-model.ts'
import { functionDriver } from './function.ts'

const model = serviceModel()
const judged: (Judged & { readonly url: string; readonly ifMatch: string | undefined })[] = []
let server: Server
let aws: CloudFront
/** What the test of the function ends with; undefined where this API has no such test. */
let testEnds: string | undefined
let isPublished = false

const code = 'function handler(event) { return event.request }'
const summary = `<FunctionSummary><Name>f</Name><FunctionConfig><Comment></Comment><Runtime>cloudfront-js-2.0</Runtime></FunctionConfig><FunctionMetadata><FunctionARN>arn:aws:cloudfront::111122223333:function/f</FunctionARN></FunctionMetadata></FunctionSummary>`
const noSuch =
  '<ErrorResponse><Error><Code>NoSuchResource</Code><Message>no</Message></Error></ErrorResponse>'

function answer(operation: string | undefined, url: string): { status: number; body: string } {
  if (operation === 'CreateFunction' || operation?.startsWith('UpdateDistribution') === true)
    return { status: 201, body: summary }
  if (operation === 'TestFunction')
    return testEnds === undefined
      ? { status: 404, body: noSuch }
      : {
          status: 200,
          body: `<TestResult>${summary}<FunctionErrorMessage>${testEnds}</FunctionErrorMessage></TestResult>`,
        }
  if (operation === 'PublishFunction') isPublished = true
  if (url.includes('Stage=LIVE') && !isPublished)
    return { status: 404, body: noSuch.replace('NoSuchResource', 'NoSuchFunctionExists') }
  if (operation === 'GetFunction') return { status: 200, body: code }
  return { status: 200, body: summary }
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const { method = 'GET', url = '/' } = request
    const one = judge(model, method, url, Buffer.concat(chunks).toString('utf8'))
    judged.push({
      operation: 'none',
      misfits: ['no operation of the model'],
      ...one,
      url,
      ifMatch: request.headers['if-match'],
    })
    const { status, body } = answer(one?.operation, url)
    response.writeHead(status, { 'content-type': 'text/xml', etag: 'v1', ettag: 'v1' })
    response.end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  aws = new CloudFront({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials,
    maxAttempts: 1,
  })
})
afterAll(() => void server.close())
beforeEach(() => {
  judged.length = 0
  isPublished = false
})

const config = {
  Name: 'f',
  FunctionCode: code,
  FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
}
const operations = () => judged.map(({ operation }) => operation)

test('code that cannot run is not published, and the person is told why', async () => {
  testEnds = 'SyntaxError: Token &quot;}&quot; not expected in 1'
  await expect(functionDriver(aws).create('F', config)).rejects.toThrow(/was not published.*SyntaxError/)
  expect(operations()).toEqual(['CreateFunction', 'TestFunction'])
  expect(judged.flatMap(({ misfits }) => misfits)).toEqual([])
})

test('code that only needs another event than the test has is published', async () => {
  testEnds = 'TypeError: cannot get property value of undefined'
  const live = await functionDriver(aws).create('F', config)
  expect(operations()).toContain('PublishFunction')
  expect(live.config['AutoPublish']).toBe(true)
})

test('an API without the test is no obstacle', async () => {
  testEnds = undefined
  await functionDriver(aws).create('F', config)
  expect(operations()).toContain('PublishFunction')
})

test('a promotion names both distributions and the versions of both', async () => {
  const live = (physicalId: string, etag: string) => ({ physicalId, etag, config: {} })
  await siteOperations(aws).promote(live('E1', 'a'), live('E2', 'b'))
  expect(judged).toMatchObject([
    {
      operation: 'UpdateDistributionWithStagingConfig',
      url: '/2020-05-31/distribution/E1/promote-staging-config?StagingDistributionId=E2',
      ifMatch: 'a, b',
      misfits: [],
    },
  ])
})
