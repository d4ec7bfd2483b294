/** Functions with packages in them, as they are deployed to Lambda@Edge. */
import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { FunctionRun } from '#core/edge/runner.ts'
import { bundleFunction } from '#fixtures/function-bundle.ts'
import { createRunner } from './runner.ts'

const runner = createRunner()
afterAll(() => runner.dispose())
const now = Date.UTC(2026, 0, 1)
const run = (code: string, event: FunctionRun['event']) =>
  runner.run({ language: 'nodejs', code, handler: 'index.handler', event, now, timeoutMs: 5000 })

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
function token(alg: string, signer: (text: string) => Buffer): string {
  const signed = `${base64url({ alg, typ: 'JWT' })}.${base64url({ sub: 'alice', exp: now / 1000 + 60 })}`
  return `${signed}.${signer(signed).toString('base64url')}`
}
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ed = generateKeyPairSync('ed25519')
const pem = (key: KeyObject) => String(key.export({ type: 'spki', format: 'pem' }))
const tokens = {
  HS256: token('HS256', (text) => createHmac('sha256', 'secret').update(text).digest()),
  RS256: token('RS256', (text) => sign('sha256', Buffer.from(text), rsa.privateKey)),
  ES256: token('ES256', (text) =>
    sign('sha256', Buffer.from(text), { key: ec.privateKey, dsaEncoding: 'ieee-p1363' }),
  ),
  EdDSA: token('EdDSA', (text) => sign(null, Buffer.from(text), ed.privateKey)),
}

test('jsonwebtoken verifies tokens of secrets, RSA and curves, signs, and refuses what is forged', async () => {
  const code = await bundleFunction(`import jwt from 'jsonwebtoken'
export const handler = async ({ tokens, keys }) => {
  const told = Object.keys(keys).map((alg) => jwt.verify(tokens[alg], keys[alg], { algorithms: [alg] }).sub)
  let refused = ''
  try { jwt.verify(tokens.HS256 + 'x', 'secret') } catch (error) { refused = error.name }
  const own = jwt.sign({ sub: 'bob' }, 'secret', { expiresIn: 60 })
  return { told, refused, own: jwt.decode(own) }
}`)
  const keys = { HS256: 'secret', RS256: pem(rsa.publicKey), ES256: pem(ec.publicKey) }
  const outcome = await run(code, { tokens, keys })
  expect(outcome.error).toBeUndefined()
  expect(outcome.value).toEqual({
    told: ['alice', 'alice', 'alice'],
    refused: 'JsonWebTokenError',
    own: { sub: 'bob', iat: now / 1000, exp: now / 1000 + 60 },
  })
})

test('jose verifies tokens by JWK and SPKI, encrypts and decrypts', async () => {
  const code =
    await bundleFunction(`import { jwtVerify, importJWK, importSPKI, SignJWT, EncryptJWT, jwtDecrypt, createLocalJWKSet } from 'jose'
export const handler = async ({ tokens, jwks, spki }) => {
  const set = createLocalJWKSet(jwks)
  const told = []
  for (const alg of ['RS256', 'ES256', 'EdDSA'])
    told.push((await jwtVerify(tokens[alg], alg === 'EdDSA' ? await importJWK(jwks.keys[2], 'EdDSA') : set)).payload.sub)
  told.push((await jwtVerify(tokens.ES256, await importSPKI(spki, 'ES256'))).payload.sub)
  const secret = new TextEncoder().encode('0123456789abcdef0123456789abcdef')
  told.push((await jwtVerify(await new SignJWT({}).setSubject('bob').setProtectedHeader({ alg: 'HS256' }).sign(secret), secret)).payload.sub)
  const sealed = await new EncryptJWT({}).setSubject('carol').setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(secret)
  told.push((await jwtDecrypt(sealed, secret)).payload.sub)
  return told
}`)
  const jwk = (key: KeyObject, alg: string) => ({ ...key.export({ format: 'jwk' }), alg, kid: alg })
  const jwks = {
    keys: [jwk(rsa.publicKey, 'RS256'), jwk(ec.publicKey, 'ES256'), jwk(ed.publicKey, 'EdDSA')],
  }
  const outcome = await run(code, JSON.parse(JSON.stringify({ tokens, jwks, spki: pem(ec.publicKey) })))
  expect(outcome.error).toBeUndefined()
  expect(outcome.value).toEqual(['alice', 'alice', 'alice', 'alice', 'bob', 'carol'])
})

test('cognito-at-edge sends a viewer without a token to sign in', async () => {
  const code = await bundleFunction(`import { Authenticator } from 'cognito-at-edge'
const authenticator = new Authenticator({ region: 'us-east-1', userPoolId: 'us-east-1_tyo1a1FHH', userPoolAppId: '63gcbm2jmskokurt5ku9fhejc6', userPoolDomain: 'domain.auth.us-east-1.amazoncognito.com' })
export const handler = async (request) => authenticator.handle(request)`)
  const headers = { host: [{ key: 'Host', value: 'd111111abcdef8.cloudfront.net' }] }
  const request = { clientIp: '203.0.113.7', headers, method: 'GET', querystring: '', uri: '/a' }
  const outcome = await run(code, { Records: [{ cf: { config: {}, request } }] })
  expect(outcome.error).toBeUndefined()
  expect(outcome.limit).toBeUndefined()
  expect(outcome.value).toMatchObject({
    status: '302',
    headers: {
      location: [{ value: expect.stringContaining('/authorize?redirect_uri=https%3A%2F%2Fd111111abcdef8') }],
    },
  })
})

test('a client of the AWS SDK is made, and its call is told as ours: there is no network', async () => {
  const code = await bundleFunction(`import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
const client = new DynamoDBClient({ region: 'us-east-1' })
export const handler = async () => client.send(new GetItemCommand({ TableName: 't', Key: { id: { S: '1' } } }))`)
  const outcome = await run(code, {})
  expect(outcome.limit?.cannot).toBe('network')
  expect(outcome.limit?.what).toContain('POST https://dynamodb.us-east-1.amazonaws.com/')
  expect(outcome.error?.type).toBe('SandboxLimit')
})
