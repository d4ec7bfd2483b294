import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import { pricingPlans } from '#core/model/pricing-plans.ts'
import { billOf, sumFor } from '#core/money/bill.ts'
import { moneyFacts } from '#core/money/facts.ts'
import { usageOfGuess } from '#core/money/guess.ts'
import { cachePolicy, customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'
import { advise } from './advise.ts'
import { breakEvenOf, withRequests } from './break-even.ts'

const gigabyte = 1024 ** 3
const month = { requests: 50_000_000, bytes: 1000 * gigabyte }

function adviceFor(document: DesignDocument, guess = month) {
  const [site] = distributionsIn(document)
  if (!site) throw new Error('The design has no distribution.')
  const facts = moneyFacts(document, 'Site')
  const usage = usageOfGuess(facts, guess)
  return advise(document, site, facts, usage, billOf(facts, usage))
}
const plain = (config: DistributionConfig = {}) =>
  distribution({
    DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingOptimized }),
    ...config,
  })

test('a plain design fits every plan whose allowance holds the month, and the cheapest is the best', () => {
  const { plans, best } = adviceFor(plain())
  expect(plans.filter(({ fits }) => fits).map(({ name }) => name)).toEqual([
    'Pay as you go',
    'Business',
    'Premium',
    'Premium 75 TB',
    'Premium 125 TB',
    'Premium 200 TB',
    'Premium 350 TB',
    'Premium 600 TB',
  ])
  expect(best).toBe('Pay as you go')
  expect(adviceFor(plain(), { requests: 900_000, bytes: 99 * gigabyte }).best).toBe('Pay as you go')
  expect(adviceFor(plain(), { requests: 9_000_000, bytes: 40 * 1024 * gigabyte }).best).toBe('Pro')
})

const custom = { Policy: cachePolicy({}, {}) }
const withDefault = (more: Parameters<typeof defaultBehavior>[1]) => ({
  DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingOptimized, ...more }),
})
/** Each with the names of the plans that it leaves. */
const cases: readonly (readonly [string, DesignDocument, readonly string[]])[] = [
  ['continuous deployment', plain({ ContinuousDeploymentPolicyId: 'p' }), []],
  ['a staging distribution', plain({ Staging: true }), []],
  ['an Anycast list', plain({ AnycastIpListId: 'aip_1' }), []],
  ['several tenants', plain({ ConnectionMode: 'tenant-only' }), []],
  [
    'real-time logs',
    plain(withDefault({ RealtimeLogConfigArn: 'arn:aws:cloudfront::1:realtime-log-config/l' })),
    [],
  ],
  ['field-level encryption', plain(withDefault({ FieldLevelEncryptionId: 'E1' })), []],
  [
    'dedicated IP addresses',
    plain({
      ViewerCertificate: { ACMCertificateArn: 'arn:aws:acm:us-east-1:1:c/1', SSLSupportMethod: 'vip' },
    }),
    [],
  ],
  [
    'a certificate of IAM',
    plain({ ViewerCertificate: { IAMCertificateId: 'A1', SSLSupportMethod: 'sni-only' } }),
    [],
  ],
  [
    'legacy cache settings',
    distribution({
      DefaultCacheBehavior: { TargetOriginId: 'web', ForwardedValues: { QueryString: true } },
    }),
    [],
  ],
  [
    'an origin access identity',
    plain({
      Origins: [
        {
          key: 'web',
          Id: 'web',
          DomainName: 'b.s3.us-east-1.amazonaws.com',
          S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E1' },
        },
      ],
    }),
    [],
  ],
  [
    'Origin Shield',
    plain({
      Origins: [{ ...customOrigin('web'), OriginShield: { Enabled: true, OriginShieldRegion: 'us-east-1' } }],
    }),
    ['Premium'],
  ],
  [
    'a cache policy of its own',
    distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Policy' } }) },
      custom,
    ),
    ['Business', 'Premium'],
  ],
  [
    'access logs',
    plain({ Logging: { Enabled: true, Bucket: 'b.s3.amazonaws.com' } }),
    ['Pro', 'Business', 'Premium'],
  ],
  ['cache tags', plain({ CacheTagConfig: { HeaderName: 'x-tags' } }), ['Pro', 'Business', 'Premium']],
  ['mutual TLS', plain({ ViewerMtlsConfig: { Mode: 'required' } }), ['Premium']],
]

test.each(cases)(
  '%s bars the plans that the page says it does, with a remedy and the page',
  (_, document, left) => {
    const { plans } = adviceFor(document, { requests: 1000, bytes: 1000 })
    const fitting = plans.filter(({ name, fits }) => fits && !/TB|Pay/.test(name)).map(({ name }) => name)
    expect(fitting).toEqual(left)
    for (const { bars, name } of plans)
      for (const bar of bars) {
        expect(bar.source, name).toMatch(/flat-rate-pricing-plan\.html#/)
        expect(bar.remedy, name).toMatch(/\.$/)
      }
  },
)

test('a plan pays for what AWS says it covers, and Lambda@Edge stays beside it', () => {
  const document = plain(
    withDefault({
      LambdaFunctionAssociations: [
        { EventType: 'viewer-request', LambdaFunctionARN: 'arn:aws:lambda:us-east-1:1:function:f:1' },
      ],
    }),
  )
  const business = adviceFor(document).plans.find(({ name }) => name === 'Business')
  expect(business?.fits).toBe(true)
  expect(business?.total).toBeCloseTo(200 + 30 + 50e6 * 0.05 * 0.125 * 0.00005001, 6)
})

test('the break-even is the first request from which pay as you go costs more: held to brute force', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...pricingPlans.slice(0, 4)),
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.constantFrom('US', 'IN', 'SA'),
      (plan, bytesPerRequest, region) => {
        const facts = moneyFacts(plain(), 'Site')
        const usage = usageOfGuess(facts, {
          requests: 1000,
          bytes: 1000 * bytesPerRequest,
          regions: { [region]: 1 },
        })
        const asYouGo = (requests: number) => sumFor(facts, withRequests(usage, requests), {}, () => true)
        const found = breakEvenOf(usage, plan, (scaled) => sumFor(facts, scaled, {}, () => true))
        if (!found) throw new Error('Each plan has a break-even.')
        expect(asYouGo(found.requests)).toBeGreaterThan(plan.price)
        expect(asYouGo(found.requests - 1)).toBeLessThanOrEqual(plan.price + 1e-9)
        // Nothing before it costs more: in steps, and one by one just below.
        for (let step = 1; step <= 50; step += 1) {
          const few = Math.floor((found.requests * step) / 51)
          expect(asYouGo(few)).toBeLessThanOrEqual(plan.price + 1e-9)
          expect(asYouGo(Math.max(0, found.requests - step))).toBeLessThanOrEqual(plan.price + 1e-9)
        }
      },
    ),
    { numRuns: 30 },
  )
})
