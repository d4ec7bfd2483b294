import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testInAccount } from './test-function.ts'

const seen: string[] = []
let missing = false
/** The two answers as the API reference shows them. */
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    seen.push(`${request.method} ${request.url} ${request.headers['if-match'] ?? ''}`)
    if (missing) {
      response.writeHead(404, { 'content-type': 'text/xml' })
      response.end(
        '<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchFunctionExists</Code><Message>no</Message></Error></ErrorResponse>',
      )
    } else if (request.method === 'GET') {
      response.writeHead(200, { etag: 'E1', 'content-type': 'application/octet-stream' })
      response.end('function handler(e) { return e.request }')
    } else {
      const [, event = ''] = /<EventObject>([^<]*)</.exec(body) ?? []
      const output = JSON.stringify({ request: JSON.parse(Buffer.from(event, 'base64').toString()).request })
      response.writeHead(200, { 'content-type': 'text/xml' })
      response.end(
        `<TestResult><ComputeUtilization>21</ComputeUtilization><FunctionErrorMessage></FunctionErrorMessage><FunctionExecutionLogs><member>seen</member></FunctionExecutionLogs><FunctionOutput>${output.replaceAll('"', '&quot;')}</FunctionOutput></TestResult>`,
      )
    }
  })
})
let client: CloudFront
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // listening on IP
  client = new CloudFront({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    maxAttempts: 1,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
})
afterAll(() => {
  client.destroy()
  server.close()
  server.closeAllConnections()
})
const asked = { name: 'edge', event: { version: '1.0', request: { uri: '/ä' } } }

test('the function of the account runs on the event, and what it measured is told', async () => {
  const code = 'function handler(e) { return e.request }'
  expect(await testInAccount(client, { ...asked, code })).toEqual({
    output: { request: { uri: '/ä' } },
    error: null,
    logs: ['seen'],
    utilization: 21,
    isSameCode: true,
  })
  expect(seen).toEqual([
    'GET /2020-05-31/function/edge?Stage=DEVELOPMENT ',
    'POST /2020-05-31/function/edge/test E1',
  ])
  expect((await testInAccount(client, { ...asked, code: 'other' })).isSameCode).toBe(false)
})

test('a function that the account does not have is told with what to do', async () => {
  missing = true
  await expect(testInAccount(client, { ...asked, code: '' })).rejects.toThrow(/no function “edge” yet/)
})
