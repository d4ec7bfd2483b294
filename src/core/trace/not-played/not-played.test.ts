import { expect, test } from 'vitest'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { notPlayedEvent } from './not-played.ts'

const plain = customOrigin('web', { CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } })

test('a design of which everything that matters is played ends without a word', () => {
  const document = distribution({
    Origins: [plain],
    DefaultCacheBehavior: defaultBehavior('web', { SmoothStreaming: false }),
    ViewerCertificate: { CloudFrontDefaultCertificate: true },
  })
  expect(notPlayedEvent(document, 'Site')).toBeNull()
})

test('a story ends with the settings that it leaves out, and leads to them', async () => {
  const document = distribution(
    {
      Origins: [plain],
      DefaultCacheBehavior: defaultBehavior('web', { SmoothStreaming: true }),
      ViewerMtlsConfig: { Mode: 'optional', TrustStoreConfig: { TrustStoreId: { ref: 'Trust' } } },
    },
    {
      Trust: { type: 'TrustStore', config: { Name: 'trust', UseClientCertificateOCSPEndpoint: true } },
      Other: { type: 'TrustStore', config: { Name: 'other', UseClientCertificateOCSPEndpoint: true } },
    },
  )
  const { events } = await createSimulation({ document }).request({ url: '/' })
  expect(events.at(-1)).toMatchObject({
    stage: 'not-played',
    because: [
      '/resources/Site/config/DefaultCacheBehavior/SmoothStreaming',
      '/resources/Trust/config/UseClientCertificateOCSPEndpoint',
    ],
  })
})
