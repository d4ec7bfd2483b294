import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

type Traffic = NonNullable<
  Extract<
    DesignDocument['resources'][string],
    { type: 'ContinuousDeploymentPolicy' }
  >['config']['TrafficConfig']
>

/** A primary distribution with a staging one that serves from an origin of its own. */
function rollout(TrafficConfig: Traffic): DesignDocument {
  const primary = distribution({
    Aliases: ['www.example.com', '*.example.com'],
    ContinuousDeploymentPolicyId: { ref: 'Policy' },
  })
  const staging = distribution({
    Staging: true,
    Origins: [customOrigin('web', { DomainName: 'new.example.org' })],
  })
  const next = staging.resources['Site']
  if (!next) throw new Error('The staging distribution is missing.')
  return {
    ...primary,
    resources: {
      ...primary.resources,
      Next: next,
      Policy: {
        type: 'ContinuousDeploymentPolicy',
        config: {
          Enabled: true,
          StagingDistributionDnsNames: [{ ref: 'Next', attribute: 'DomainName' }],
          TrafficConfig,
        },
      },
    },
  }
}
const answers = [{ response: { status: 200, headers: { 'Cache-Control': 'max-age=60' }, body: 'x' } }]
const simulate = (document: DesignDocument, seed = 1) =>
  createSimulation({ document, distribution: 'Site', seed, origins: { web: answers } })
const hostAsked = ({ originRequests }: { readonly originRequests: readonly { readonly host: string }[] }) =>
  originRequests[0]?.host

test('a header sends a request to the staging distribution, its value exactly', async () => {
  const simulation = simulate(
    rollout({ Type: 'SingleHeader', SingleHeaderConfig: { Header: 'aws-cf-cd-test', Value: 'new' } }),
  )
  expect(hostAsked(await simulation.request({ url: '/a', headers: { 'aws-cf-cd-test': 'new' } }))).toBe(
    'new.example.org',
  )
  expect(hostAsked(await simulation.request({ url: '/b', headers: { 'aws-cf-cd-test': 'newer' } }))).toBe(
    'web.example.org',
  )
  expect(hostAsked(await simulation.request({ url: '/c' }))).toBe('web.example.org')
})

test('the staging distribution keeps objects of its own', async () => {
  const simulation = simulate(
    rollout({ Type: 'SingleHeader', SingleHeaderConfig: { Header: 'aws-cf-cd-test', Value: 'new' } }),
  )
  await simulation.request({ url: '/a' })
  const staged = await simulation.request({ url: '/a', headers: { 'aws-cf-cd-test': 'new' } })
  expect(staged.resultType).toBe('Miss')
  expect((await simulation.request({ url: '/a' })).resultType).toBe('Hit')
})

test('a weight sends its share of requests, and never more than 15 percent', async () => {
  for (const [weight, least, most] of [
    [0.1, 70, 130],
    [0.9, 110, 190],
    [0, 0, 0],
  ] as const) {
    const simulation = simulate(rollout({ Type: 'SingleWeight', SingleWeightConfig: { Weight: weight } }))
    let staged = 0
    for (let index = 0; index < 1000; index += 1) {
      const result = await simulation.request({ url: `/${index}` })
      if (hostAsked(result) === 'new.example.org') staged += 1
    }
    expect(staged).toBeGreaterThanOrEqual(least)
    expect(staged).toBeLessThanOrEqual(most)
  }
})

test('with session stickiness a viewer stays where the first request went', async () => {
  const document = rollout({
    Type: 'SingleWeight',
    SingleWeightConfig: { Weight: 0.15, SessionStickinessConfig: { IdleTTL: 300, MaximumTTL: 600 } },
  })
  const simulation = simulate(document)
  for (let index = 0; index < 40; index += 1) {
    const first = await simulation.request({ url: `/first-${index}` })
    const [cookie = ''] = String(first.headers['set-cookie']).split(';')
    const second = await simulation.request({ url: `/second-${index}`, headers: { Cookie: cookie } })
    expect(hostAsked(second)).toBe(hostAsked(first))
  }
})

test('aliases match exactly or by their wildcard, and other hosts are refused', async () => {
  const simulation = simulate(rollout({ Type: 'SingleWeight', SingleWeightConfig: { Weight: 0 } }))
  for (const host of ['www.example.com', 'shop.example.com', 'd111111abcdef8.cloudfront.net'])
    expect((await simulation.request({ url: `https://${host}/` })).status, host).toBe(200)
  for (const host of ['example.com', 'www.example.net'])
    expect((await simulation.request({ url: `https://${host}/` })).status, host).toBe(403)
})
