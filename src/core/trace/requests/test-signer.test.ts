import { expect, test } from 'vitest'
import type { Resource } from '#core/model/document.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { answersAll } from '#core/trace/scenario/origin-scripts.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'
import { createTestSigner, type SigningFlaw, signUrl, trustedKeyFor, withTestKey } from './test-signer.ts'

const resources: Record<string, Resource> = {
  Keys: { type: 'KeyGroup', config: { Name: 'keys', Items: [{ ref: 'Key' }] } },
  Key: { type: 'PublicKey', config: { Name: 'key', CallerReference: '1', EncodedKey: 'not known here' } },
}
const document = distribution(
  {
    DefaultCacheBehavior: defaultBehavior('web', {
      TrustedKeyGroups: { Enabled: true, Items: [{ ref: 'Keys' }] },
    }),
  },
  resources,
)
const signer = await createTestSigner()
const expires = Date.parse('2026-01-01T01:00:00Z') / 1000

async function statusOf(flaw: SigningFlaw) {
  const key = trustedKeyFor(document, 'Site', '/film.mp4?x=1')
  if (!key.ok) throw new Error(key.error)
  const account = withTestKey({}, key.value, signer)
  const simulation = createSimulation({ document, account, origins: { web: answersAll } })
  const url = await signUrl(signer, { url: '/film.mp4?x=1', keyPairId: key.value, expires, flaw })
  const result = await simulation.request({ url })
  return [result.status, result.events.find(({ stage }) => stage === 'signed-request')?.detail]
}

test('a URL signed with the test key is good in the simulation alone', async () => {
  expect(await statusOf('none')).toEqual([200, expect.stringContaining('is good')])
  const bare = createSimulation({ document, origins: { web: answersAll } })
  const url = await signUrl(signer, { url: '/film.mp4', keyPairId: 'Key', expires })
  expect((await bare.request({ url })).status).toBe(403)
})

test.each([
  ['expired', 'it expired at'],
  ['milliseconds', 'milliseconds'],
  ['other-url', 'the signature is not of this URL'],
  ['unknown-key', 'is in none of the behavior'],
] as const)('a URL that is %s is refused with the reason', async (flaw, reason) => {
  expect(await statusOf(flaw)).toEqual([403, expect.stringContaining(reason)])
})

test('a key that only a parameter names can be stood in for as well', async () => {
  const unknown = { unknown: 'Ref', expression: { Ref: 'ViewerKeyId' } }
  const outside = distribution(
    {
      DefaultCacheBehavior: defaultBehavior('web', {
        TrustedKeyGroups: { Enabled: true, Items: [{ ref: 'Keys' }] },
      }),
    },
    { Keys: { type: 'KeyGroup', config: { Name: 'keys', Items: [unknown] } } },
  )
  const key = trustedKeyFor(outside, 'Site', '/')
  if (!key.ok) throw new Error(key.error)
  const account = withTestKey({}, key.value, signer)
  const simulation = createSimulation({ document: outside, account, origins: { web: answersAll } })
  const keyPairId = account.publicKeys?.[0]?.Id ?? ''
  const url = await signUrl(signer, { url: '/', keyPairId, expires })
  expect((await simulation.request({ url })).status).toBe(200)
})

test('a behavior without a key group, or with keys of elsewhere, has nothing to sign with', () => {
  expect(trustedKeyFor(distribution(), 'Site', '/')).toMatchObject({
    ok: false,
    error: expect.stringContaining('names no trusted key group'),
  })
  const { Keys: _, ...others } = resources
  const elsewhere = { ...document, resources: { ...others, Site: document.resources['Site'] as Resource } }
  expect(trustedKeyFor(elsewhere, 'Site', '/')).toMatchObject({ ok: false })
})
