import { expect, test } from 'vitest'
import { noBody } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { Resource } from '#core/model/document.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'

const pair = await crypto.subtle.generateKey(
  { name: 'RSA-OAEP', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
  true,
  ['encrypt', 'decrypt'],
)
const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))
const pem = `-----BEGIN PUBLIC KEY-----\n${btoa(String.fromCharCode(...spki))}\n-----END PUBLIC KEY-----\n`

const profile = (Name: string, pattern: string): Resource => ({
  type: 'FieldLevelEncryptionProfile',
  config: {
    Name,
    EncryptionEntities: [{ PublicKeyId: { ref: 'Key' }, ProviderId: 'p', FieldPatterns: [pattern] }],
  },
})
const form = 'application/x-www-form-urlencoded'

/** Sends a form and gives what the origin got, or the status where none was asked. */
async function post(url: string, body: string, type = form, forwards = true) {
  const asked: OriginRequest[] = []
  const document = distribution(
    {
      Origins: [customOrigin('web')],
      DefaultCacheBehavior: defaultBehavior('web', {
        AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'] },
        FieldLevelEncryptionId: { ref: 'Config' },
      }),
    },
    {
      Key: { type: 'PublicKey', config: { CallerReference: 'x', Name: 'key', EncodedKey: pem } },
      Cards: profile('cards', 'card*'),
      Dates: profile('dates', 'date'),
      Config: {
        type: 'FieldLevelEncryptionConfig',
        config: {
          ContentTypeProfileConfig: {
            ForwardWhenContentTypeIsUnknown: forwards,
            ContentTypeProfiles: [{ Format: 'URLEncoded', ContentType: form, ProfileId: { ref: 'Cards' } }],
          },
          QueryArgProfileConfig: {
            ForwardWhenQueryArgProfileIsUnknown: forwards,
            QueryArgProfiles: [{ QueryArg: 'dates', ProfileId: { ref: 'Dates' } }],
          },
        },
      },
    },
  )
  const origins = {
    send: (request: OriginRequest): OriginAnswer => {
      asked.push({ ...request })
      return { status: 200, headers: HeaderFields.empty(), body: noBody }
    },
  }
  const { status } = await createSimulation({ document, origins }).request({
    method: 'POST',
    url,
    body,
    headers: { 'Content-Type': type },
  })
  return asked[0]?.body ?? status
}

const open = async (field: string): Promise<string> => {
  const bytes = Uint8Array.from(atob(decodeURIComponent(field)), (character) => character.charCodeAt(0))
  const secret = await crypto.subtle.decrypt('RSA-OAEP', pair.privateKey, bytes.slice(0, 256))
  const key = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['decrypt'])
  const text = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes.slice(256, 268) },
    key,
    bytes.slice(268),
  )
  return new TextDecoder().decode(text)
}

test('the fields of the profile reach the origin encrypted for the private key, the others as they are', async () => {
  const body = String(await post('/', 'cardNumber=4111&name=x'))
  expect(body.endsWith('&name=x')).toBe(true)
  expect(await open(body.slice('cardNumber='.length, body.indexOf('&')))).toBe('4111')
})

test('the query argument fle-profile chooses another profile', async () => {
  const body = String(await post('/?fle-profile=dates', 'card=1&date=2'))
  expect(body.startsWith('card=1&date=')).toBe(true)
  expect(await open(body.slice('card=1&date='.length))).toBe('2')
})

test.each([
  ['/', 'application/json'],
  ['/?fle-profile=nope', form],
])('%s with %s goes on as it is where unknown ones are forwarded, else 400', async (url, type) => {
  expect([await post(url, 'card=1', type), await post(url, 'card=1', type, false)]).toEqual(['card=1', 400])
})

test('a form of more than ten fields is refused', async () => {
  expect(await post('/', Array.from({ length: 11 }, (_, index) => `f${index}=1`).join('&'))).toBe(400)
})
