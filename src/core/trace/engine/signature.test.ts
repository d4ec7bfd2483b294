import { expect, test } from 'vitest'
import type { ViewerRequest } from '#core/model/scenario.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'
import { isInNetwork } from './ip-address.ts'
import { createSimulation } from './simulation.ts'

const host = 'https://d111111abcdef8.cloudfront.net'
const rsa = (hash: string) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash,
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
})
const urlSafe = (bytes: ArrayBuffer | Uint8Array) =>
  Buffer.from(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes))
    .toString('base64')
    .replaceAll('+', '-')
    .replaceAll('=', '_')
    .replaceAll('/', '~')

interface Signer {
  readonly pem: string
  readonly sign: (text: string) => Promise<string>
}
async function signer(
  algorithm: RsaHashedKeyGenParams | EcKeyGenParams,
  use: AlgorithmIdentifier | EcdsaParams,
): Promise<Signer> {
  const pair = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair // both algorithms make pairs
  const spki = Buffer.from(await crypto.subtle.exportKey('spki', pair.publicKey)).toString('base64')
  return {
    pem: `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`,
    sign: async (text) =>
      urlSafe(await crypto.subtle.sign(use, pair.privateKey, new TextEncoder().encode(text))),
  }
}
const signers = {
  SHA1: await signer(rsa('SHA-1'), 'RSASSA-PKCS1-v1_5'),
  SHA256: await signer(rsa('SHA-256'), 'RSASSA-PKCS1-v1_5'),
  ECDSA: await signer({ name: 'ECDSA', namedCurve: 'P-256' }, { name: 'ECDSA', hash: 'SHA-256' }),
}
const origins = { web: [{ response: { body: 'secret' } }] }
const ask = (pem: string, request: ViewerRequest) =>
  createSimulation({
    document: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          TrustedKeyGroups: { Enabled: true, Items: [{ ref: 'Keys' }] },
        }),
      },
      {
        Keys: { type: 'KeyGroup', config: { Name: 'keys', Items: [{ ref: 'Key' }] } },
        Key: { type: 'PublicKey', config: { Name: 'key', EncodedKey: pem } },
      },
    ),
    account: { publicKeys: [{ logicalId: 'Key', Id: 'K1' }] },
    origins,
  }).request(request)

const expires = Date.UTC(2026, 0, 1) / 1000 + 60
const canned = (url: string) =>
  `{"Statement":[{"Resource":"${url}","Condition":{"DateLessThan":{"AWS:EpochTime":${expires}}}}]}`
const policyOf = (condition: object, resource = `${host}/p/*`) =>
  JSON.stringify({
    Statement: [
      { Resource: resource, Condition: { DateLessThan: { 'AWS:EpochTime': expires }, ...condition } },
    ],
  })
async function signedBy(
  { pem, sign }: Signer,
  text: string,
  path = '/p/a',
  more: Partial<ViewerRequest> = {},
  hash = '',
) {
  const policy = urlSafe(new TextEncoder().encode(text))
  return ask(pem, {
    ...more,
    url: `${path}?Policy=${policy}&Signature=${await sign(text)}&Key-Pair-Id=K1${hash}`,
  })
}

test.each([
  ['SHA1', ''],
  ['SHA256', '&Hash-Algorithm=SHA256'],
  ['ECDSA', '&Hash-Algorithm=SHA256'],
] as const)('a canned policy signed with %s opens its URL and no other', async (name, hash) => {
  const { pem, sign } = signers[name]
  const tail = `Expires=${expires}&Signature=${await sign(canned(`${host}/a?x=1`))}&Key-Pair-Id=K1${hash}`
  expect(await ask(pem, { url: `/a?x=1&${tail}` })).toMatchObject({ status: 200, body: 'secret' })
  expect((await ask(pem, { url: `/a?x=2&${tail}` })).status).toBe(403)
})

test('a custom policy may bind the viewer’s network and a beginning', async () => {
  const network = policyOf({ IpAddress: { 'AWS:SourceIp': '192.0.2.0/24' } })
  expect((await signedBy(signers.SHA1, network, '/p/a', { viewer: { ip: '192.0.2.7' } })).status).toBe(200)
  expect((await signedBy(signers.SHA1, network, '/p/a', { viewer: { ip: '198.51.100.7' } })).status).toBe(403)
  const later = policyOf({ DateGreaterThan: { 'AWS:EpochTime': expires - 10 } })
  expect((await signedBy(signers.SHA1, later)).status).toBe(403)
})

test('a policy covers only what its resource names, and milliseconds are refused', async () => {
  expect((await signedBy(signers.SHA1, policyOf({}), '/q/a')).status).toBe(403)
  const milliseconds = policyOf({ DateLessThan: { 'AWS:EpochTime': expires * 1000 } })
  const refused = await signedBy(signers.SHA1, milliseconds)
  expect(refused.events.find(({ stage }) => stage === 'signed-request')?.detail).toContain('milliseconds')
})

test('a policy that was changed, or signed by another key, is refused', async () => {
  expect((await signedBy({ pem: signers.SHA256.pem, sign: signers.SHA1.sign }, policyOf({}))).status).toBe(
    403,
  )
  expect((await signedBy(signers.SHA1, 'no policy')).status).toBe(403)
})

test('where the URL is signed, cookies do not count; signing cookies do not reach the key', async () => {
  const text = policyOf({})
  const cookie = `CloudFront-Policy=${urlSafe(new TextEncoder().encode(text))}; CloudFront-Signature=${await signers.SHA1.sign(text)}; CloudFront-Key-Pair-Id=K1`
  expect((await ask(signers.SHA1.pem, { url: '/p/a', headers: { Cookie: cookie } })).status).toBe(200)
  expect(
    (
      await ask(signers.SHA1.pem, {
        url: '/p/a?Signature=x&Key-Pair-Id=K1&Expires=1',
        headers: { Cookie: cookie },
      })
    ).status,
  ).toBe(403)
})

test.each([
  ['192.0.2.7', '192.0.2.0/24', true],
  ['192.0.3.7', '192.0.2.0/24', false],
  ['192.0.2.7', '192.0.2.7', true],
  ['192.0.2.7', '0.0.0.0/0', true],
  ['2001:db8::1', '2001:db8::/32', true],
  ['2001:db9::1', '2001:db8::/32', false],
  ['192.0.2.7', '2001:db8::/32', false],
  ['nonsense', '0.0.0.0/0', false],
])('%s in %s: %s', (address, network, inside) => {
  expect(isInNetwork(address, network)).toBe(inside)
})
