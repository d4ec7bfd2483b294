import { afterAll, expect, test } from 'vitest'
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { DistributionConfig } from '#core/model/document.ts'
import type { ViewerRequest } from '#core/model/scenario.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { cloudFrontFunction, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { createRunner } from '#sandbox/runner.ts'

const runner = createRunner()
afterAll(() => runner.dispose())

const simulation = (
  Mode: 'required' | 'optional' | 'passthrough',
  code?: string,
  more: { IgnoreCertificateExpiry?: boolean } = {},
  { edge, sandbox = runner }: { edge?: string; sandbox?: FunctionRunner } = {},
) => {
  const config: Partial<DistributionConfig> = {
    Origins: [customOrigin('web')],
    DefaultCacheBehavior: defaultBehavior('web', {
      OriginRequestPolicyId: { ref: 'Certs' },
      ...(edge !== undefined && {
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
      }),
    }),
    CustomErrorResponses: [
      { ErrorCode: 403, ResponsePagePath: '/denied.html', ResponseCode: '200', ErrorCachingMinTTL: 10 },
    ],
    ViewerMtlsConfig: { Mode, TrustStoreConfig: { TrustStoreId: { ref: 'Trust' }, ...more } },
    ...(code !== undefined && { ConnectionFunctionAssociation: { Id: { ref: 'Gate' } } }),
  }
  const document = distribution(config, {
    ...(edge !== undefined && { F: cloudFrontFunction(edge) }),
    Trust: { type: 'TrustStore', config: { Name: 'trust' } },
    Certs: {
      type: 'OriginRequestPolicy',
      config: {
        Name: 'certs',
        HeadersConfig: {
          HeaderBehavior: 'whitelist',
          Headers: ['CloudFront-Viewer-Cert-Present', 'CloudFront-Viewer-Cert-Serial-Number'],
        },
        CookiesConfig: { CookieBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      },
    },
    ...(code !== undefined && {
      Gate: {
        type: 'ConnectionFunction' as const,
        config: {
          Name: 'gate',
          // The document holds source text where the API has bytes.
          ConnectionFunctionCode: code as never,
          ConnectionFunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
        },
      },
    }),
  })
  return createSimulation({
    document,
    origins: { web: [{ response: { status: 200, body: 'ok' } }] },
    runner: sandbox,
  })
}
const status = async (
  made: ReturnType<typeof simulation>,
  certificate?: string,
  viewer: ViewerRequest['viewer'] = {},
) => (await made.request({ url: '/', viewer: { ...viewer, ...(certificate && { certificate }) } })).status

test('a required certificate has to be there, trusted and valid; no error page answers for a closed connection', async () => {
  const made = simulation('required')
  expect([
    await status(made),
    await status(made, 'untrusted'),
    await status(made, 'expired'),
    await status(made, 'valid'),
  ]).toEqual([403, 403, 403, 200])
  const refused = await made.request({ url: '/' })
  expect(refused.originRequests).toEqual([])
  expect(refused.events.map(({ stage }) => stage)).not.toContain('custom-error-response')
  expect(await status(simulation('required', undefined, { IgnoreCertificateExpiry: true }), 'expired')).toBe(
    200,
  )
})

test('an optional certificate is checked where there is one, and passthrough checks none', async () => {
  expect([await status(simulation('optional')), await status(simulation('optional'), 'untrusted')]).toEqual([
    200, 403,
  ])
  expect(await status(simulation('passthrough'), 'untrusted')).toBe(200)
})

test('the origin gets what the policy names of the certificate', async () => {
  const { originRequests } = await simulation('optional').request({
    url: '/',
    viewer: { certificate: 'valid' },
  })
  expect(originRequests[0]?.headers).toMatchObject({
    'cloudfront-viewer-cert-present': '1',
    'cloudfront-viewer-cert-serial-number': '4a:3f:5c:92:d1:e8:7b:6c',
  })
})

test('a connection function runs and decides', async () => {
  const code = `function connectionHandler(connection) {
    if (connection.clientCertificate.certificates.leaf.serialNumber === '01') connection.deny()
    else connection.allow()
  }`
  const made = simulation('required', code)
  const ask = async (serialNumber: string) =>
    (await made.request({ url: '/', viewer: { certificate: { serialNumber } } })).status
  expect([await ask('02'), await ask('01')]).toEqual([200, 403])
  expect(
    await status(simulation('required', 'function connectionHandler() { throw new Error("x") }'), 'valid'),
  ).toBe(403)
  expect(await status(simulation('required', 'function connectionHandler() {}'), 'valid')).toBe(403)
})

test('where the request scripts the verdict of the connection function, it is taken', async () => {
  const made = simulation('required', 'function connectionHandler(c) { c.allow() }')
  expect(await status(made, 'valid', { connection: 'deny' })).toBe(403)
})

test('a limit of our sandbox is named as ours, and the connection goes on', async () => {
  const limited: FunctionRunner = {
    run: async () => ({
      ok: false,
      limit: { cannot: 'memory', what: 'ran out of memory' },
      logs: [],
      elapsedMs: 0,
    }),
    dispose: () => undefined,
  }
  const made = simulation('required', 'function connectionHandler() {}', {}, { sandbox: limited })
  const { status: answered, events } = await made.request({ url: '/', viewer: { certificate: 'valid' } })
  expect(answered).toBe(200)
  const told = events.find(({ detail }) => detail.includes('our sandbox ran out of memory'))
  expect(told?.detail).toContain('What “gate” decides is not known here.')
})

test('headers of the certificate reach the origin under the names that cf.mtls gives them', async () => {
  const edge = `import cf from 'cloudfront'
function handler(event) {
  cf.mtls.renameClientCertHeaders({
    'CloudFront-Viewer-Cert-Serial-Number': 'X-Serial', 'CloudFront-Viewer-Cert-Issuer': 'X-Issuer',
  })
  return event.request
}`
  const { originRequests, events } = await simulation('optional', undefined, {}, { edge }).request({
    url: '/',
    viewer: { certificate: 'valid' },
  })
  const [sent] = originRequests
  expect(sent?.headers).toMatchObject({ 'x-serial': '4a:3f:5c:92:d1:e8:7b:6c' })
  expect(sent?.headers).not.toHaveProperty('cloudfront-viewer-cert-serial-number')
  // The policy does not name the issuer, so there is nothing to rename.
  expect(sent?.headers).not.toHaveProperty('x-issuer')
  expect(events.some(({ detail }) => detail.includes('finds no “CloudFront-Viewer-Cert-Issuer”'))).toBe(true)
})
