/** Functions of the kinds that AWS's example pages describe, in our own words, through their events. */
import { createHmac } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { cloudFrontEvent } from '#core/edge/cloudfront-event.ts'
import type { EdgeInput } from '#core/edge/http-message.ts'
import type { Runtime } from '#core/edge/restriction-checks.ts'
import { checkRestrictions } from '#core/edge/restrictions.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { createRunner } from './runner.ts'

const runner = createRunner()
afterAll(() => runner.dispose())
const now = Date.UTC(2026, 0, 1)

interface Asked {
  readonly runtime?: Runtime
  readonly event?: 'viewer-request' | 'viewer-response'
  readonly uri?: string
  readonly query?: string
  readonly headers?: Record<string, string>
  readonly store?: Record<string, string>
}
async function ask(code: string, asked: Asked = {}) {
  const {
    runtime = 'cloudfront-js-2.0',
    event = 'viewer-request',
    uri = '/',
    query = '',
    headers = {},
    store,
  } = asked
  const input: EdgeInput = {
    event,
    distributionId: 'EDFDVBD6EXAMPLE',
    distributionDomainName: 'd111111abcdef8.cloudfront.net',
    requestId: 'EXAMPLE==',
    viewerIp: '203.0.113.7',
    includeBody: false,
    request: {
      method: 'GET',
      uri,
      querystring: query,
      headers: HeaderFields.from({ host: 'example.com', ...headers }),
      body: '',
    },
    ...(event === 'viewer-response' && {
      response: {
        status: 200,
        statusDescription: '',
        headers: HeaderFields.from({ 'content-type': 'text/html' }),
      },
    }),
  }
  expect(checkRestrictions(code, runtime).filter(({ severity }) => severity === 'error')).toEqual([])
  const outcome = await runner.run({
    language: runtime,
    code,
    handler: 'handler',
    event: cloudFrontEvent.toEvent(input),
    now,
    ...(query !== '' && { rawQuery: query }),
    ...(event === 'viewer-request' && {
      edgeLocation: { name: 'FRA', serverIp: '192.0.2.1', region: 'eu-central-1' },
    }),
    ...(store && { keyValueStores: { '*': store } }),
  })
  const output = outcome.ok ? cloudFrontEvent.fromResult(outcome.value, input) : undefined
  return { output, outcome }
}
const request = async (code: string, asked?: Asked) => {
  const { output, outcome } = await ask(code, asked)
  if (output?.kind !== 'request') throw new Error(`Not a request: ${JSON.stringify(output ?? outcome)}`)
  return output.request
}
const response = async (code: string, asked?: Asked) => {
  const { output, outcome } = await ask(code, asked)
  if (output?.kind !== 'response') throw new Error(`Not a response: ${JSON.stringify(output ?? outcome)}`)
  return output.response
}
const both: readonly Runtime[] = ['cloudfront-js-1.0', 'cloudfront-js-2.0']

const indexPage = `
function handler(event) {
  var request = event.request;
  var uri = request.uri;
  if (uri.endsWith('/')) request.uri += 'index.html';
  else if (!uri.includes('.')) request.uri += '/index.html';
  return request;
}`
test.each(both)('the index of a folder is asked for, %s', async (runtime) => {
  expect((await request(indexPage, { runtime, uri: '/blog/' })).uri).toBe('/blog/index.html')
  expect((await request(indexPage, { runtime, uri: '/blog' })).uri).toBe('/blog/index.html')
  expect((await request(indexPage, { runtime, uri: '/a.css' })).uri).toBe('/a.css')
})

test.each(both)('the viewer’s address becomes a header, %s', async (runtime) => {
  const code = `function handler(event) {
  event.request.headers['true-client-ip'] = { value: event.viewer.ip };
  return event.request;
}`
  expect((await request(code, { runtime })).headers.first('true-client-ip')).toBe('203.0.113.7')
})

test('a missing CORS header is added to the response, one that is there stays', async () => {
  const code = `async function handler(event) {
  const response = event.response;
  if (!response.headers['access-control-allow-origin'] && event.request.headers['origin'])
    response.headers['access-control-allow-origin'] = { value: event.request.headers['origin'].value };
  return response;
}`
  const found = await response(code, { event: 'viewer-response', headers: { origin: 'https://e.com' } })
  expect(found.headers.first('access-control-allow-origin')).toBe('https://e.com')
})

test('a viewer of a country is redirected, with the host it asked for', async () => {
  const code = `function handler(event) {
  var request = event.request;
  var headers = request.headers;
  var country = headers['cloudfront-viewer-country'] && headers['cloudfront-viewer-country'].value;
  if (country !== 'DE') return request;
  return {
    statusCode: 302,
    statusDescription: 'Found',
    headers: { location: { value: 'https://' + headers.host.value + '/de' + request.uri } },
    cookies: { lang: { value: 'de', attributes: 'Path=/; Secure' } },
  };
}`
  const found = await response(code, { uri: '/a', headers: { 'cloudfront-viewer-country': 'DE' } })
  expect([found.status, found.headers.first('location'), found.headers.first('set-cookie')]).toEqual([
    302,
    'https://example.com/de/a',
    'lang=de; Path=/; Secure',
  ])
})

test('a query string may be given back as text, in another order', async () => {
  const code = `function handler(event) {
  var qs = [];
  for (var key in event.request.querystring) {
    var one = event.request.querystring[key];
    if (one.multiValue) one.multiValue.forEach((mv) => { qs.push(key + '=' + mv.value) });
    else qs.push(key + '=' + one.value);
  }
  event.request.querystring = qs.sort().join('&');
  return event.request;
}`
  expect((await request(code, { query: 'b=2&a=3&a=1' })).querystring).toBe('a=1&a=3&b=2')
})

test('a query string with a space or a “#” is refused', async () => {
  for (const text of ['a=1 2', 'a=#', 'a=\\n']) {
    const code = `function handler(event) { event.request.querystring = '${text}'; return event.request }`
    expect((await ask(code)).output?.kind).toBe('refused')
  }
})

const token = (payload: object, secret: string) => {
  const text = `${Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}
const oldTokenCheck = `
var crypto = require('crypto');
function payloadOf(token) {
  var parts = token.split('.');
  if (parts.length !== 3) throw new Error('Not a token');
  var payload = JSON.parse(String.bytesFrom(parts[1], 'base64url'));
  var wanted = crypto.createHmac('sha256', 'key').update(parts[0] + '.' + parts[1]).digest('base64url');
  if (wanted !== parts[2]) throw new Error('Bad signature');
  if (payload.exp && Date.now() > payload.exp * 1000) throw new Error('Expired');
  return payload;
}
function handler(event) {
  var request = event.request;
  if (!request.querystring.jwt) return { statusCode: 401, statusDescription: 'Unauthorized' };
  try { payloadOf(request.querystring.jwt.value); }
  catch (e) { console.log(e); return { statusCode: 401, statusDescription: 'Unauthorized' }; }
  delete request.querystring.jwt;
  return request;
}`
test('runtime 1.0 checks a token with byte strings', async () => {
  const runtime = 'cloudfront-js-1.0'
  const later = { exp: now / 1000 + 60 }
  expect(
    (await request(oldTokenCheck, { runtime, query: `a=1&jwt=${token(later, 'key')}` })).querystring,
  ).toBe('a=1')
  for (const jwt of [token(later, 'other'), token({ exp: 1 }, 'key'), 'a.b'])
    expect((await response(oldTokenCheck, { runtime, query: `jwt=${jwt}` })).status).toBe(401)
})

test('byte strings are those of runtime 1.0, and gone from 2.0', async () => {
  const code = `function handler(event) {
  var said = [String.bytesFrom([104, 105]), String.bytesFrom('6869', 'hex'), 'é'.toUTF8().length, 'é'.toUTF8().fromUTF8(), String.bytesFrom('ff', 'hex').fromUTF8(), 'é'.toBytes().length, '€'.toBytes()];
  return { statusCode: 200, body: JSON.stringify(said) };
}`
  expect((await response(code, { runtime: 'cloudfront-js-1.0' })).body).toBe('["hi","hi",2,"é",null,1,null]')
  expect((await ask(code)).outcome.error?.type).toBe('TypeError')
})

test('what runtime 2.0 brings is absent from 1.0', async () => {
  const code = `function handler(event) {
  return { statusCode: 200, body: [typeof Buffer, typeof atob, typeof TextEncoder, typeof setTimeout, typeof process].join() };
}`
  expect((await response(code)).body).toBe('function,function,function,undefined,undefined')
  expect((await response(code, { runtime: 'cloudfront-js-1.0' })).body).toBe(
    'undefined,undefined,undefined,undefined,undefined',
  )
})

test('a digest without an encoding is a buffer in 2.0', async () => {
  const code = `import crypto from 'crypto';
function handler(event) {
  const digest = crypto.createHash('md5').update('a').digest();
  return { statusCode: 200, body: Buffer.isBuffer(digest) + ' ' + digest.toString('hex') };
}`
  expect((await response(code)).body).toBe('true 0cc175b9c0f1b6a831c399e269772661')
})

test('a key value store is read in its formats, and a missing key is an error', async () => {
  const code = `import cf from 'cloudfront';
async function handler(event) {
  const kvs = cf.kvs('any-id');
  const said = [await kvs.get('text'), (await kvs.get('json', { format: 'json' })).a, (await kvs.get('text', { format: 'bytes' })).length, await kvs.exists('no'), await kvs.count(), (await kvs.meta()).keyCount];
  try { await kvs.get('no') } catch (error) { said.push('missing') }
  return { statusCode: 200, body: JSON.stringify(said) };
}`
  expect((await response(code, { store: { text: 'é', json: '{"a":1}' } })).body).toBe(
    '["é",1,2,false,2,2,"missing"]',
  )
  expect((await ask(code)).outcome.error?.message).toContain('not associated')
})

test('the raw query string and the edge location are told', async () => {
  const code = `import cf from 'cloudfront';
function handler(event) {
  return { statusCode: 200, body: JSON.stringify([event.request.rawQueryString(), cf.edgeLocation.name, cf.edgeLocation.region]) };
}`
  expect((await response(code, { query: 'b=2&a=%20' })).body).toBe('["b=2&a=%20","FRA","eu-central-1"]')
  expect((await response(code)).body).toBe('[null,"FRA","eu-central-1"]')
})

test('the location is empty on responses, and a tenant is told to be absent', async () => {
  const code = `import cf from 'cloudfront';
function handler(event) {
  let tenant = '';
  try { tenant = cf.distributionTenant.id } catch (error) { tenant = error.message }
  event.response.headers['x-said'] = { value: JSON.stringify(cf.edgeLocation) + tenant };
  return event.response;
}`
  const { headers } = await response(code, { event: 'viewer-response' })
  expect(headers.first('x-said')).toBe('{}distributionTenant module is not available')
})

test('logs end at 10 KB, and each takes one argument', async () => {
  const code = `function handler(event) {
  console.log('first', 'second');
  for (let i = 0; i < 200; i++) console.log('x'.repeat(100));
  return event.request;
}`
  const { logs } = (await ask(code)).outcome
  expect(logs[0]).toBe('first')
  expect(logs.join('').length).toBe(10 * 1024)
})

test('no module of a run can be changed for the next one', async () => {
  const code = `import cf from 'cloudfront'; import crypto from 'crypto';
function handler(event) {
  const seen = String(crypto.mark) + String(cf.mark);
  try { crypto.mark = 1 } catch (error) { }
  try { cf.mark = 1 } catch (error) { }
  return { statusCode: 200, body: seen };
}`
  for (let run = 0; run < 2; run++) expect((await response(code)).body).toBe('undefinedundefined')
})

test('Date stands still within a run, and Math.random changes with the time', async () => {
  const code = `function handler(event) {
  const start = Date.now();
  for (let i = 0; i < 100000; i++);
  return { statusCode: 200, body: String(Date.now() - start) };
}`
  expect((await response(code)).body).toBe('0')
})
