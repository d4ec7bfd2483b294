import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import type { OriginRule, ViewerRequest } from '#core/model/scenario.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { type HintId, hintsFor } from './index.ts'

/** The text of a hint after the last of some requests. */
async function hintAfter(
  id: HintId,
  document: DesignDocument,
  rule: OriginRule,
  ...requests: readonly ViewerRequest[]
): Promise<string | undefined> {
  const simulation = createSimulation({ document, origins: { web: [rule] } })
  let text: string | undefined
  for (const request of requests) {
    const result = await simulation.request(request)
    text = hintsFor({ document, distribution: 'Site', request, result }).find((hint) => hint.id === id)?.text
  }
  return text
}

test('the redirect of a website endpoint is not told as that of a new bucket', async () => {
  const host = 'site.s3-website-eu-west-1.amazonaws.com'
  const document = distribution({
    Origins: [
      customOrigin('web', { DomainName: host, CustomOriginConfig: { OriginProtocolPolicy: 'http-only' } }),
    ],
  })
  const text = await hintAfter(
    'redirected-to-origin',
    document,
    { response: { status: 302, headers: { Location: `http://${host}/docs/` } } },
    { url: '/docs' },
  )
  expect(text).toContain('it adds the slash of a folder')
  expect(text).not.toContain('global endpoint')
})

test('where CloudFront itself refuses, no origin is said to have answered', async () => {
  const document = distribution({
    CustomErrorResponses: [{ ErrorCode: 403, ResponseCode: '200', ResponsePagePath: '/index.html' }],
  })
  const text = await hintAfter(
    'error-page-for-all',
    document,
    { response: { status: 200, body: 'app' } },
    { method: 'POST', url: '/api/order' },
  )
  expect(text).toContain('CloudFront itself refused the request, and the viewer got 200')
  expect(text).not.toContain('“web” answered')
})

test('an error is said to be kept for as long as it is', async () => {
  const failing = (headers: Readonly<Record<string, string>>): OriginRule => ({
    response: { status: 503, headers },
  })
  const twice = [{ url: '/a' }, { url: '/a' }]
  const kept = (document: DesignDocument, headers: Readonly<Record<string, string>> = {}) =>
    hintAfter('error-kept', document, failing(headers), ...twice)
  expect(await kept(distribution())).toContain('keeps it for 10 s')
  expect(
    await kept(distribution({ CustomErrorResponses: [{ ErrorCode: 503, ErrorCachingMinTTL: 60 }] })),
  ).toContain('keeps it for 60 s, by the custom error response')
  expect(await kept(distribution(), { 'Cache-Control': 'max-age=3600' })).toContain(
    'keeps it for 3600 s, as the origin’s own Cache-Control or Expires says',
  )
})
