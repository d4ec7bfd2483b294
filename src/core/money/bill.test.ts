import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { behavior, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { billOf } from './bill.ts'
import { moneyFacts } from './facts.ts'
import { usageOfGuess } from './guess.ts'
import { meters } from './meters/index.ts'
import { priceClassRegions, priceRegions } from './regions.ts'

const gigabyte = 1024 ** 3

const delivery = (name: string, destination: string, format: string): DesignDocument['resources'] => ({
  [`${name}Destination`]: {
    type: 'AWS::Logs::DeliveryDestination',
    config: { Name: name, DestinationResourceArn: destination, OutputFormat: format },
  },
  [`${name}Delivery`]: {
    type: 'AWS::Logs::Delivery',
    config: {
      DeliverySourceName: { ref: 'Source' },
      DeliveryDestinationArn: { ref: `${name}Destination`, attribute: 'Arn' },
    },
  },
})

/** A design that has everything that is billed. */
const everything: DesignDocument = distribution(
  {
    WebACLId: { ref: 'Acl', attribute: 'Arn' },
    AnycastIpListId: 'aip_1',
    ConnectionMode: 'tenant-only',
    ViewerCertificate: {
      ACMCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/one',
      SSLSupportMethod: 'vip',
    },
    Origins: [{ ...customOrigin('web'), OriginShield: { Enabled: true, OriginShieldRegion: 'ap-south-1' } }],
    DefaultCacheBehavior: defaultBehavior('web', {
      FieldLevelEncryptionId: 'E1',
      RealtimeLogConfigArn: { ref: 'Lines' },
      FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'Code' } }],
      LambdaFunctionAssociations: [
        {
          EventType: 'viewer-response',
          LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:one:1',
        },
      ],
    }),
  },
  {
    Acl: { type: 'AWS::WAFv2::WebACL', config: { Rules: [{ Name: 'one' }, { Name: 'two' }] } },
    Lines: {
      type: 'RealtimeLogConfig',
      config: { Name: 'lines', SamplingRate: 25, Fields: ['timestamp'], EndPoints: [] },
    },
    Store: { type: 'KeyValueStore', config: { Name: 'store' } },
    Code: {
      type: 'Function',
      config: {
        Name: 'code',
        FunctionConfig: {
          Comment: '',
          Runtime: 'cloudfront-js-2.0',
          KeyValueStoreAssociations: [{ KeyValueStoreARN: { ref: 'Store' } }],
        },
      },
    },
    Metrics: {
      type: 'MonitoringSubscription',
      config: {
        DistributionId: { ref: 'Site' },
        MonitoringSubscription: {
          RealtimeMetricsSubscriptionConfig: { RealtimeMetricsSubscriptionStatus: 'Enabled' },
        },
      },
    },
    Source: {
      type: 'AWS::Logs::DeliverySource',
      config: {
        Name: 'source',
        LogType: 'ACCESS_LOGS',
        ResourceArn: { unknown: '!Sub …', expression: {}, refs: ['Site'] },
      },
    },
    ...delivery('Group', 'arn:aws:logs:us-east-1:111122223333:log-group:g', 'json'),
    ...delivery('Stream', 'arn:aws:firehose:us-east-1:111122223333:deliverystream/s', 'json'),
    ...delivery('Columns', 'arn:aws:s3:::bucket/logs', 'parquet'),
  },
)

const month = {
  requests: 40_000_000,
  bytes: 2000 * gigabyte,
  uploads: 10 * gigabyte,
  invalidationPaths: 1500,
  httpShare: 0.25,
}
const billFor = (document: DesignDocument, guess = month, options = {}) => {
  const facts = moneyFacts(document, 'Site')
  return billOf({ ...facts, tenants: 250 }, usageOfGuess(facts, guess), options)
}

test('every meter has an item in the bill of a design that has everything', () => {
  // Shield Advanced pays for AWS WAF, so that no bill has both.
  const items = [{}, { hasShieldAdvanced: true }].flatMap((how) => billFor(everything, month, how).items)
  const met = new Set(items.map(({ id }) => id.split('/')[0]))
  expect(meters.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([])
})

test('each item is its quantity times its price, with a source and a day, and the total is their sum', () => {
  const { items, total } = billFor(everything)
  for (const item of items) {
    expect(item.quantity * item.price, item.id).toBeCloseTo(item.amount, 8)
    expect(item.source, item.id).toMatch(/^https:\/\/(docs\.)?aws\.amazon\.com\//)
    expect(item.dated, item.id).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(item.arithmetic, item.id).toContain('× $')
  }
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  expect(total).toBeCloseTo(
    items.reduce((sum, { amount }) => sum + amount, 0),
    8,
  )
})

test('a month is the same by item, by behavior, by origin and by region', () => {
  const bill = billFor(everything)
  for (const parts of [bill.byBehavior, bill.byOrigin, bill.byRegion])
    expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(bill.total, 6)
})

test('the figures of single features are those of the price list', () => {
  const amounts = new Map(billFor(everything).items.map(({ id, amount }) => [id, amount]))
  expect(amounts.get('dedicated-ip')).toBe(600)
  expect(amounts.get('anycast-ip-list')).toBe(3000)
  expect(amounts.get('additional-metrics')).toBeCloseTo(2.4, 9)
  expect(amounts.get('field-level-encryption')).toBeCloseTo(80, 9)
  expect(amounts.get('distribution-tenants/subscription')).toBe(20)
  expect(amounts.get('distribution-tenants/beyond')).toBeCloseTo(5, 9)
  expect(amounts.get('waf-rules')).toBe(2)
  expect(amounts.get('waf-requests')).toBeCloseTo(24, 9)
  expect(amounts.get('invalidations')).toBeCloseTo(2.5, 9)
  expect(amounts.get('real-time-logs')).toBeCloseTo(0.1, 9)
  expect(amounts.get('origin-shield/IN')).toBeCloseTo(36, 9)
  expect(amounts.get('cloudfront-functions')).toBeCloseTo(3.8, 9)
  expect(amounts.get('key-value-store-reads')).toBeCloseTo(1.14, 9)
  expect(amounts.get('lambda-edge-requests')).toBeCloseTo(24, 9)
  expect(amounts.get('lambda-edge-duration')).toBeCloseTo(40e6 * 0.05 * 0.125 * 0.00005001, 6)
})

test('what is free comes first, and the tier that it stands in is shorter by it', () => {
  const { items } = billFor(distribution(), { ...month, bytes: 20 * 1024 * gigabyte })
  const transfer = items.filter(({ id }) => id.startsWith('transfer-out'))
  expect(transfer.map(({ id, quantity, price }) => [id, quantity, price])).toEqual([
    ['transfer-out/US/1', 9 * 1024, 0.085],
    ['transfer-out/US/2', 10 * 1024, 0.08],
  ])
})

test('within the free tier a month costs nothing, and without it the same month does', () => {
  const guess = { requests: 10_000_000, bytes: 1024 * gigabyte }
  const facts = moneyFacts(distribution(), 'Site')
  const usage = usageOfGuess(facts, guess)
  expect(billOf(facts, usage).total).toBe(0)
  expect(billOf(facts, usage, { hasFreeTier: false }).total).toBeCloseTo(1024 * 0.085 + 10, 9)
})

test('a price class bills the places that it leaves out in its cheapest region', () => {
  const facts = moneyFacts(distribution({ PriceClass: 'PriceClass_100' }), 'Site')
  const usage = usageOfGuess(facts, { requests: 20_000_000, bytes: 0, regions: { SA: 0.5, EU: 0.5 } })
  const { items, byPriceClass } = billOf(facts, usage)
  expect(items.map(({ id }) => id)).toEqual(['https-requests/US', 'https-requests/EU'])
  expect(Object.fromEntries(byPriceClass.map(({ priceClass, total }) => [priceClass, total]))).toEqual({
    PriceClass_100: 5 + 6,
    PriceClass_200: 5 + 6,
    PriceClass_All: 11 + 6,
  })
})

test('the savings bundle takes 30 percent off what is CloudFront, and nothing off the rest', () => {
  const plain = billFor(everything)
  const own = plain.items.filter(({ service }) => service === 'CloudFront')
  const withBundle = billFor(everything, month, { hasSavingsBundle: true })
  expect(plain.total - withBundle.total).toBeCloseTo(
    0.3 * own.reduce((sum, { amount }) => sum + amount, 0),
    6,
  )
})

test('Shield Advanced costs its subscription and its transfer by tiers, and pays for AWS WAF', () => {
  const protection = {
    Shield: {
      type: 'AWS::Shield::Protection',
      config: {
        Name: 'site',
        ResourceArn: {
          unknown: '!Sub …',
          expression: { 'Fn::Sub': '…' },
          refs: ['Site'],
        },
      },
    },
  } as const
  const document = distribution({ WebACLId: 'arn:aws:wafv2:us-east-1:1:global/webacl/a/b' }, protection)
  const facts = moneyFacts(document, 'Site')
  const usage = usageOfGuess(facts, { requests: 0, bytes: 150 * 1024 ** 4 })
  const { items, assumptions, notIn } = billOf(facts, usage)
  const amounts = Object.fromEntries(items.map(({ id, amount }) => [id, amount]))
  expect(amounts['shield-advanced']).toBe(3000)
  expect(amounts['shield-transfer/1']).toBeCloseTo(100 * 1024 * 0.025, 6)
  expect(amounts['shield-transfer/2']).toBeCloseTo(50 * 1024 * 0.02, 6)
  expect(items.filter(({ service }) => service === 'AWS WAF')).toEqual([])
  expect(assumptions.join(' ')).toContain('Shield Advanced pays for the web ACL')
  expect(notIn.join(' ')).toContain('Reserved capacity')
  const without = moneyFacts(distribution(), 'Site')
  expect(without.hasShieldAdvanced).toBe(false)
  expect(billOf(without, usage, { hasShieldAdvanced: true }).items.map(({ id }) => id)).toContain(
    'shield-advanced',
  )
})

test('an agreement on reserved capacity takes its share off what is CloudFront', () => {
  const plain = billFor(everything)
  const agreed = billFor(everything, month, { agreedDiscount: 0.25 })
  const own = plain.items.filter(({ service }) => service === 'CloudFront')
  expect(plain.total - agreed.total).toBeCloseTo(0.25 * own.reduce((sum, { amount }) => sum + amount, 0), 6)
  expect(agreed.items.at(-1)).toMatchObject({ id: 'reserved-capacity', doubt: expect.any(String) })
})

test('the shares of behaviors that nobody told are even, and those that somebody told hold', () => {
  const document = distribution({
    Origins: [customOrigin('web')],
    CacheBehaviors: [behavior('/a/*', 'web'), behavior('/b/*', 'web')],
    DefaultCacheBehavior: defaultBehavior('web'),
  })
  const facts = moneyFacts(document, 'Site')
  const of = (behaviors?: Record<string, number>) =>
    usageOfGuess(facts, { requests: 300, bytes: 0, ...(behaviors && { behaviors }) }).cells.map(
      ({ behavior: pattern, https }) => [pattern, Math.round(https)],
    )
  expect(of()).toEqual([
    ['/a/*', 100],
    ['/b/*', 100],
    ['*', 100],
  ])
  expect(of({ '*': 0.5, '/a/*': 0.3 })).toEqual([
    ['/a/*', 90],
    ['/b/*', 60],
    ['*', 150],
  ])
})

test('more requests or bytes never cost less, in any region and price class', () => {
  const amount = fc.integer({ min: 0, max: 2_000_000_000 })
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      fc.constantFrom(...priceRegions),
      fc.constantFrom(...Object.keys(priceClassRegions)),
      (requests, more, megabytes, region, PriceClass) => {
        const facts = moneyFacts(distribution({ PriceClass: PriceClass as 'PriceClass_All' }), 'Site')
        const totalOf = (count: number, size: number) =>
          billOf(
            facts,
            usageOfGuess(facts, { requests: count, bytes: size * 1024 ** 2, regions: { [region]: 1 } }),
          ).total
        const total = totalOf(requests, megabytes)
        expect(totalOf(requests + more, megabytes)).toBeGreaterThanOrEqual(total - 1e-6)
        expect(totalOf(requests, megabytes + more)).toBeGreaterThanOrEqual(total - 1e-6)
      },
    ),
  )
})
