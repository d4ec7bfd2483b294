/** Functions of the kinds that the Developer Guide's example pages describe, in our own words, through their events. */
import { createSign, generateKeyPairSync } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import type { EdgeInput, EdgeOrigin } from '#core/edge/http-message.ts'
import { lambdaEvent } from '#core/edge/lambda-event.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { createRunner } from './runner.ts'

const runner = createRunner()
afterAll(() => runner.dispose())
const origin: EdgeOrigin = {
  protocol: 'https',
  domainName: 'web.example.com',
  port: 443,
  originPath: '',
  readTimeout: 30,
  customHeaders: [['x-env', 'blue']],
}
const bucket: EdgeOrigin = { ...origin, domainName: 'assets.s3.us-east-1.amazonaws.com' }

interface Asked {
  readonly event?: EdgeInput['event']
  readonly uri?: string
  readonly query?: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly status?: number
  readonly origin?: EdgeOrigin
}
async function ask(code: string, asked: Asked = {}) {
  const { event = 'viewer-request', uri = '/', query = '', method = 'GET', headers = {}, body = '' } = asked
  const input: EdgeInput = {
    event,
    distributionId: 'EDFDVBD6EXAMPLE',
    distributionDomainName: 'd111111abcdef8.cloudfront.net',
    requestId: 'EXAMPLE==',
    viewerIp: '203.0.113.7',
    includeBody: body !== '',
    request: {
      method,
      uri,
      querystring: query,
      headers: HeaderFields.from({ host: 'example.com', ...headers }),
      body,
    },
    ...(event.endsWith('response') && {
      response: {
        status: asked.status ?? 200,
        statusDescription: '',
        headers: HeaderFields.from({ 'content-type': 'text/html' }),
      },
    }),
    ...(event.startsWith('origin') && { origin: asked.origin ?? origin }),
  }
  const outcome = await runner.run({
    language: 'nodejs',
    code,
    handler: 'index.handler',
    event: lambdaEvent.toEvent(input),
    now: Date.UTC(2026, 0, 1),
  })
  expect(outcome.error).toBeUndefined()
  return { output: lambdaEvent.fromResult(outcome.value, input), logs: outcome.logs }
}
const request = async (code: string, asked?: Asked) => {
  const { output } = await ask(code, asked)
  if (output.kind !== 'request') throw new Error(`Not a request: ${JSON.stringify(output)}`)
  return output
}
const response = async (code: string, asked?: Asked) => {
  const { output } = await ask(code, asked)
  if (output.kind !== 'response') throw new Error(`Not a response: ${JSON.stringify(output)}`)
  return output.response
}

const splitTest = `
'use strict'
exports.handler = (event, context, callback) => {
  const request = event.Records[0].cf.request
  const cookies = request.headers.cookie || []
  const inB = cookies.some(({ value }) => value.indexOf('X-Variant=B') >= 0)
  if (request.uri === '/pic.jpg') request.uri = inB ? '/b/pic.jpg' : '/a/pic.jpg'
  callback(null, request)
}`
test('an A/B test reads the cookie header and answers by callback', async () => {
  const cookie = { cookie: 'a=1; X-Variant=B' }
  expect((await request(splitTest, { uri: '/pic.jpg', headers: cookie })).request.uri).toBe('/b/pic.jpg')
  expect((await request(splitTest, { uri: '/pic.jpg' })).request.uri).toBe('/a/pic.jpg')
})

const overrideHeader = `
export const handler = async (event) => {
  const { response } = event.Records[0].cf
  const { headers } = response
  if (headers['x-amz-meta-modified']) headers['last-modified'] = [{ key: 'Last-Modified', value: headers['x-amz-meta-modified'][0].value }]
  headers['strict-transport-security'] = [{ key: 'Strict-Transport-Security', value: 'max-age=63072000' }]
  return response
}`
test('a response gets another header', async () => {
  const { headers } = await response(overrideHeader, { event: 'viewer-response' })
  expect(headers.first('strict-transport-security')).toBe('max-age=63072000')
})

const page = `
import { gzipSync } from 'node:zlib'
export const handler = async () => ({
  status: '200',
  statusDescription: 'OK',
  headers: { 'content-encoding': [{ key: 'Content-Encoding', value: 'identity' }] },
  bodyEncoding: 'base64',
  body: Buffer.from('<p>hello</p>').toString('base64'),
})
export const compressed = () => gzipSync('x').toString('base64')`
test('a page is generated in base64', async () => {
  expect(await response(page)).toMatchObject({ status: 200, body: '<p>hello</p>' })
})

test('what zlib packs is gzip, and it unpacks it again', async () => {
  const code = `const zlib = require('zlib')
exports.handler = async () => ({ status: 200, headers: { 'x-packed': [{ value: zlib.gzipSync('hello').toString('base64') }], 'x-again': [{ value: zlib.gunzipSync(zlib.gzipSync(Buffer.from('hello'))).toString() }] } })`
  const { headers } = await response(code)
  expect(headers.first('x-again')).toBe('hello')
  expect(gunzipSync(Buffer.from(headers.first('x-packed') ?? '', 'base64')).toString()).toBe('hello')
})

const signIn = `
const querystring = require('querystring')
exports.handler = async (event) => {
  const { request } = event.Records[0].cf
  const params = querystring.parse(request.querystring)
  if (params.token === 'good') return request
  const back = request.uri + (request.querystring ? '?' + request.querystring : '')
  return {
    status: '302',
    statusDescription: 'Found',
    headers: { location: [{ key: 'Location', value: 'https://login.example.com/?' + querystring.stringify({ back }) }] },
  }
}`
test('who has no token is sent to sign in, and back afterwards', async () => {
  const { status, headers } = await response(signIn, { uri: '/a', query: 'b=1&c=é' })
  expect(status).toBe(302)
  expect(headers.first('location')).toBe('https://login.example.com/?back=%2Fa%3Fb%3D1%26c%3D%C3%A9')
  expect((await request(signIn, { query: 'token=good' })).request.querystring).toBe('token=good')
})

const normalize = `
import querystring from 'querystring'
export const handler = async (event) => {
  const request = event.Records[0].cf.request
  const params = querystring.parse(request.querystring.toLowerCase())
  const sorted = {}
  Object.keys(params).sort().forEach((key) => { sorted[key] = params[key] })
  request.querystring = querystring.stringify(sorted)
  return request
}`
test('a query string is put in order', async () => {
  expect((await request(normalize, { query: 'Size=LARGE&Color=RED&color=blue' })).request.querystring).toBe(
    'color=red&color=blue&size=large',
  )
})

const readBody = `
const querystring = require('querystring')
exports.handler = (event, context, callback) => {
  const request = event.Records[0].cf.request
  if (request.method !== 'POST') return callback(null, request)
  const text = Buffer.from(request.body.data, 'base64').toString()
  const params = querystring.parse(text)
  console.log('%s has %d fields, cut: %j', params.name, Object.keys(params).length, request.body.inputTruncated)
  request.body.action = 'replace'
  request.body.encoding = 'text'
  request.body.data = querystring.stringify({ ...params, seen: 1 })
  callback(null, request)
}`
test('a form is read from the body and replaced', async () => {
  const { output, logs } = await ask(readBody, { method: 'POST', body: 'name=Anna&age=3' })
  expect(output).toMatchObject({ request: { body: 'name=Anna&age=3&seen=1' } })
  expect(logs).toEqual(['Anna has 2 fields, cut: false'])
})

const toCustom = `
exports.handler = async (event) => {
  const request = event.Records[0].cf.request
  const env = request.origin.custom ? request.origin.custom.customHeaders['x-env'][0].value : 'none'
  request.origin = {
    custom: {
      domainName: 'other.example.com', port: 443, protocol: 'https', path: '/' + env,
      sslProtocols: ['TLSv1.2'], readTimeout: 5, keepaliveTimeout: 5, customHeaders: { 'x-key': [{ key: 'X-Key', value: '1' }] },
    },
  }
  request.headers.host = [{ key: 'host', value: 'other.example.com' }]
  return request
}`
test('a request is sent to another server, and the origin’s own headers are told', async () => {
  const found = await request(toCustom, { event: 'origin-request' })
  expect(found.origin).toMatchObject({
    domainName: 'other.example.com',
    path: '/blue',
    readTimeout: 5,
    customHeaders: [['x-key', '1']],
  })
  expect(found.request.headers.first('host')).toBe('other.example.com')
})

const byCountry = `
exports.handler = async (event) => {
  const request = event.Records[0].cf.request
  const country = request.headers['cloudfront-viewer-country']
  const regions = { DE: 'eu-central-1', FR: 'eu-central-1' }
  const region = country && regions[country[0].value]
  if (region) {
    request.origin.s3.region = region
    const domainName = 'assets-' + region + '.s3.' + region + '.amazonaws.com'
    request.origin.s3.domainName = domainName
    request.headers.host = [{ key: 'host', value: domainName }]
  }
  return request
}`
test('a bucket is chosen by the viewer’s country', async () => {
  const headers = { 'cloudfront-viewer-country': 'DE' }
  const found = await request(byCountry, { event: 'origin-request', origin: bucket, headers })
  expect(found.origin?.domainName).toBe('assets-eu-central-1.s3.eu-central-1.amazonaws.com')
  expect((await request(byCountry, { event: 'origin-request', origin: bucket })).origin).toBeUndefined()
})

const softError = `
exports.handler = (event, context, callback) => {
  const response = event.Records[0].cf.response
  if (response.status >= 400 && response.status <= 599) {
    response.status = 200
    response.statusDescription = 'OK'
    response.headers['content-type'] = [{ key: 'Content-Type', value: 'text/plain' }]
    response.body = 'Come back later'
  }
  callback(null, response)
}`
test('an error of the origin becomes a page', async () => {
  expect(await response(softError, { event: 'origin-response', status: 503 })).toMatchObject({
    status: 200,
    body: 'Come back later',
  })
  expect(await response(softError, { event: 'origin-response' })).toMatchObject({ status: 200 })
})

const basicAuth = `
const { timingSafeEqual, createHash } = require('node:crypto')
const digest = (text) => createHash('sha256').update(text).digest()
exports.handler = async ({ Records: [{ cf: { request } }] }) => {
  const given = request.headers.authorization?.[0]?.value ?? ''
  const wanted = 'Basic ' + Buffer.from('anna:secret').toString('base64')
  if (timingSafeEqual(digest(given), digest(wanted))) return request
  return { status: 401, headers: { 'www-authenticate': [{ value: 'Basic' }] }, body: 'Unauthorized' }
}`
test('basic authentication compares digests', async () => {
  const authorization = `Basic ${Buffer.from('anna:secret').toString('base64')}`
  expect((await request(basicAuth, { headers: { authorization } })).kind).toBe('request')
  expect(await response(basicAuth)).toMatchObject({ status: 401, body: 'Unauthorized' })
})

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwk = JSON.stringify(publicKey.export({ format: 'jwk' }))
const tokenCode = (body: string) => `
const crypto = require('crypto')
const jwk = ${jwk}
exports.handler = async (event) => {
  const request = event.Records[0].cf.request
  const [head, payload, signature] = request.headers.authorization[0].value.slice(7).split('.')
  const data = Buffer.from(head + '.' + payload)
  const isGood = ${body}
  return isGood ? request : { status: 403 }
}`
test.each([
  [
    'createVerify',
    "crypto.createVerify('RSA-SHA256').update(data).verify(crypto.createPublicKey({ key: jwk, format: 'jwk' }), signature, 'base64url')",
  ],
  [
    'verify',
    "crypto.verify('sha256', data, crypto.createPublicKey({ key: jwk, format: 'jwk' }), Buffer.from(signature, 'base64url'))",
  ],
  [
    'Web Crypto',
    "await crypto.webcrypto.subtle.verify('RSASSA-PKCS1-v1_5', await crypto.webcrypto.subtle.importKey('jwk', jwk, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['verify']), Buffer.from(signature, 'base64url'), data)",
  ],
])('a token signed with RSA is checked with %s', async (_, body) => {
  const signed = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from('{"sub":"anna"}').toString('base64url')}`
  const signature = createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')
  const good = { authorization: `Bearer ${signed}.${signature}` }
  const bad = { authorization: `Bearer ${signed}x.${signature}` }
  expect((await request(tokenCode(body), { headers: good })).kind).toBe('request')
  expect((await response(tokenCode(body), { headers: bad })).status).toBe(403)
})

test('modules of Node.js without use here can be named, and fail when they are called', async () => {
  const code = `const https = require('https'); const { EventEmitter } = require('events'); const path = require('path'); const url = require('url'); const util = require('util')
exports.handler = async (event) => {
  let said = ''
  new EventEmitter().on('x', (value) => { said += value }).emit('x', 'heard')
  try { https.get('https://example.com') } catch (error) { said += error.message.includes('no network') }
  const { pathname, query } = url.parse('/a/b.html?x=1', true)
  const wait = util.promisify((value, done) => setTimeout(() => done(null, value), 5))
  return { status: 200, body: [said, path.extname(pathname), query.x, await wait('w'), new URL('../c', 'https://e.com/a/b').href].join(' ') }
}`
  expect((await response(code)).body).toBe('heardtrue .html 1 w https://e.com/c')
})
