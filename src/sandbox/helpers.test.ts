/** The cloudfront module's helpers of 2025 and 2026, and compression. */
import { createHmac } from 'node:crypto'
import { brotliDecompressSync, deflateSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { createRunner } from './runner.ts'

const runner = createRunner()
afterAll(() => runner.dispose())
const ask = (body: string) =>
  runner.run({
    language: 'cloudfront-js-2.0',
    code: `import cf from 'cloudfront'\nfunction handler(event) { ${body} }`,
    handler: 'handler',
    event: { request: { uri: '/', headers: {} } },
    now: 0,
  })

test('a token is a COSE_Mac0 with the HMAC that RFC 9052 asks for', async () => {
  const { value, error } = await ask(
    `return cf.cwt.generateToken({ protected: { 1: '5' }, unprotected: {}, payload: { 1: 'me', 4: 10 } }, { cwtTag: true, coseTag: 'MAC0', key: 'k' }).toString('hex')`,
  )
  expect(error).toBeUndefined()
  const structure = Buffer.from('8444' + '4d414330' + '43a10105' + '40' + '47' + 'a201626d65040a', 'hex')
  const mac = createHmac('sha256', 'k')
    .update(Buffer.concat([Buffer.from([0x84, 0x64]), structure.subarray(2)]))
    .digest('hex')
  expect(value).toBe(`d83dd18443a10105a047a201626d65040a5820${mac}`)
})

test('a token comes back with its claims’ names as texts, and a changed one is refused', async () => {
  const { value } = await ask(`
  var token = cf.cwt.generateToken({ payload: { 4: 1.5, 401: { 1: { 2: '.net' } }, list: [true, null, -70000] } }, { coseTag: 'MAC0', key: 'k' })
  var told = cf.cwt.validateToken(token, { key: 'k' })
  var errors = []
  function fails(run) { try { run() } catch (error) { errors.push(error.message) } }
  fails(function () { cf.cwt.validateToken(token, { key: 'other' }) })
  fails(function () { cf.cwt.validateToken(Buffer.from('d18443a10105a0', 'hex'), { key: 'k' }) })
  fails(function () { cf.cwt.validateToken('text', { key: 'k' }) })
  fails(function () { cf.cwt.generateToken({ payload: { 1: 'x'.repeat(1100) } }, { coseTag: 'MAC0', key: 'k' }) })
  fails(function () { cf.cwt.generateToken({ payload: {} }, { coseTag: 'SIGN1', key: 'k' }) })
  return { payload: told.payload, head: told.protectedHeaders, errors: errors }`)
  expect(value).toEqual({
    payload: { '4': 1.5, '401': { '1': { '2': '.net' } }, list: [true, null, -70000] },
    head: { '1': 5 },
    errors: [
      'The token’s tag does not match',
      'The token ends too early',
      'validateToken takes the token as a Buffer',
      'The token is longer than 1 KB',
      '“coseTag” has to be “MAC0”',
    ],
  })
})

test('what is logged is encoded, ends at 800 bytes, and the last one counts', async () => {
  expect(
    (await ask(`cf.logCustomData('first'); cf.logCustomData('a b'); return event.request`)).customData,
  ).toBe('a%20b')
  expect((await ask(`cf.logCustomData(' '.repeat(500)); return event.request`)).customData).toHaveLength(800)
})

test('headers of client certificates are renamed by the names that the page allows', async () => {
  const good = await ask(
    `cf.mtls.renameClientCertHeaders({ 'CloudFront-Viewer-Cert-Issuer': 'X-Issuer' }); return event.request`,
  )
  expect(good.certificateCalls).toEqual([
    { method: 'mtls.renameClientCertHeaders', argument: { 'CloudFront-Viewer-Cert-Issuer': 'X-Issuer' } },
  ])
  const bad = await ask(`cf.mtls.renameClientCertHeaders({ Cookie: 'X-Cookie' }); return event.request`)
  expect(bad.error?.message).toContain('“Cookie” is no header')
})

const node = (body: string) =>
  runner.run({
    language: 'nodejs',
    code: `exports.handler = async () => { ${body} }`,
    handler: 'h.handler',
    event: {},
    now: 0,
  })

test('Brotli is written so that Node reads it, and reading it is ours to refuse', async () => {
  for (const size of [0, 1, 65536, 70000]) {
    const { value } = await node(
      `return require('zlib').brotliCompressSync('x'.repeat(${size})).toString('base64')`,
    )
    expect(brotliDecompressSync(Buffer.from(String(value), 'base64')).toString()).toBe('x'.repeat(size))
  }
  expect((await node(`return require('zlib').brotliDecompressSync(Buffer.from([6]))`)).limit?.cannot).toBe(
    'builtin',
  )
})

test('a bomb of deflate ends at 8 MB', async () => {
  const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64')
  const { error } = await node(`return require('zlib').inflateSync(Buffer.from('${bomb}', 'base64')).length`)
  expect(error?.message).toContain('8 MB')
})
