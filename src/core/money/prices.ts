/**
 * Every price that the bill knows, with its page and the day on which it was compared: pay-as-you-go list prices in US
 * dollars, without savings bundle or private pricing. A price that no page of AWS's was found for says so in `doubt`.
 */
import type { ByRegion } from './regions.ts'

export interface Price {
  /** US dollars for `per` of what is counted. */
  readonly amount: number
  readonly per: number
  /** What is counted, in the plural: “requests”. */
  readonly unit: string
  readonly source: string
  readonly dated: string
  readonly doubt?: string
}
export interface RegionalPrice extends Omit<Price, 'amount'> {
  readonly amounts: ByRegion
}
/** The price falls with a month's quantity; `upTo` are the upper ends in units, the last is infinite. */
export interface TieredPrice extends Omit<Price, 'amount'> {
  readonly tiers: readonly { readonly upTo: number; readonly amount: number }[]
}

export const cloudFrontPricing = 'https://aws.amazon.com/cloudfront/pricing/pay-as-you-go/'
const cloudWatchPricing = 'https://aws.amazon.com/cloudwatch/pricing/'
const wafPricing = 'https://aws.amazon.com/waf/pricing/'
const whitepaper = 'https://docs.aws.amazon.com/whitepapers/latest/how-aws-pricing-works/cloudfront.html'

/** The day on which the prices were last compared with their pages or with public copies of them. */
export const pricesChecked = '2026-11-29'

const listed = { source: cloudFrontPricing, dated: pricesChecked } as const
/** Taken over from an earlier list, and not found again to compare. */
const older = {
  source: cloudFrontPricing,
  dated: '2025-12-01',
  doubt: 'a list price of 2025 that was not compared again',
} as const
const per10000Requests = { per: 10_000, unit: 'requests', ...listed } as const

/** The bill counts binary gigabytes. */
export const bytesPerGigabyte = 1024 ** 3
const terabyte = 1024

/** Upper ends of the monthly tiers, in GB. */
const transferEnds = [10, 50, 150, 500, 1024, 5120, Number.POSITIVE_INFINITY].map((end) => end * terabyte)
const transferAmounts: Readonly<Record<keyof ByRegion, readonly number[]>> = {
  US: [0.085, 0.08, 0.06, 0.04, 0.03, 0.025, 0.02],
  EU: [0.085, 0.08, 0.06, 0.04, 0.03, 0.025, 0.02],
  ZA: [0.11, 0.105, 0.09, 0.08, 0.06, 0.05, 0.04],
  SA: [0.11, 0.105, 0.09, 0.08, 0.06, 0.05, 0.04],
  JP: [0.114, 0.089, 0.086, 0.084, 0.08, 0.07, 0.06],
  AU: [0.114, 0.098, 0.094, 0.092, 0.09, 0.085, 0.08],
  AP: [0.12, 0.1, 0.095, 0.09, 0.08, 0.07, 0.06],
  IN: [0.109, 0.085, 0.082, 0.08, 0.078, 0.075, 0.072],
}
/** To viewers, by the region's own tiers. */
export const transferOut = (region: keyof ByRegion): TieredPrice => ({
  tiers: transferEnds.map((upTo, tier) => ({ upTo, amount: transferAmounts[region][tier] ?? 0 })),
  per: 1,
  unit: 'GB',
  ...listed,
})
/** What CloudFront sends to origins: bodies of POST, PUT, PATCH and DELETE. */
export const transferToOrigin: RegionalPrice = {
  amounts: { US: 0.02, EU: 0.02, ZA: 0.06, SA: 0.125, JP: 0.06, AU: 0.08, AP: 0.06, IN: 0.16 },
  per: 1,
  unit: 'GB',
  ...listed,
}
export const httpRequests: RegionalPrice = {
  amounts: { US: 0.0075, EU: 0.009, ZA: 0.009, SA: 0.016, JP: 0.009, AU: 0.009, AP: 0.009, IN: 0.009 },
  ...per10000Requests,
}
export const httpsRequests: RegionalPrice = {
  amounts: { US: 0.01, EU: 0.012, ZA: 0.012, SA: 0.022, JP: 0.012, AU: 0.0125, AP: 0.012, IN: 0.012 },
  ...per10000Requests,
}
/** Requests that reach Origin Shield from another region. */
export const shieldRequests: RegionalPrice = {
  amounts: { US: 0.0075, EU: 0.009, ZA: 0.009, SA: 0.016, JP: 0.009, AU: 0.009, AP: 0.009, IN: 0.009 },
  ...per10000Requests,
}
export const fieldLevelEncryption: Price = {
  amount: 0.02,
  ...per10000Requests,
  source: whitepaper,
}
export const cloudFrontFunctions: Price = { amount: 0.1, per: 1_000_000, unit: 'runs', ...listed }
export const storeReads: Price = { amount: 0.03, per: 1_000_000, unit: 'reads', ...listed }
export const lambdaRequests: Price = { amount: 0.6, per: 1_000_000, unit: 'runs', ...listed }
export const lambdaSeconds: Price = { amount: 0.00005001, per: 1, unit: 'GB-seconds', ...listed }
export const realtimeLogLines: Price = { amount: 0.01, per: 1_000_000, unit: 'lines', ...listed }
export const invalidationPaths: Price = {
  amount: 0.005,
  per: 1,
  unit: 'paths',
  source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PayingForInvalidation.html',
  dated: pricesChecked,
}
export const freeInvalidationPaths = 1000
export const dedicatedIp: Price = {
  amount: 600,
  per: 1,
  unit: 'certificates',
  source: whitepaper,
  dated: pricesChecked,
}
export const anycastIpList: Price = { amount: 3000, per: 1, unit: 'lists', ...older }

/** CloudWatch's first tier; CloudFront sends eight metrics. */
export const metric: Price = {
  amount: 0.3,
  per: 1,
  unit: 'metrics',
  source:
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/viewing-cloudfront-metrics.html#monitoring-console.distributions-additional-pricing',
  dated: pricesChecked,
}
export const additionalMetrics = 8

/** The first ten tenants of an account are free, and one subscription covers those up to the two hundredth. */
export const tenantSubscription: Price = {
  amount: 20,
  per: 1,
  unit: 'subscriptions',
  doubt: 'read in public accounts of the pricing page, not on the page itself',
  ...listed,
}
export const tenant: Price = { ...tenantSubscription, amount: 0.1, unit: 'tenants' }
export const freeTenants = 10
export const subscribedTenants = 200

export const webAcl: Price = {
  amount: 5,
  per: 1,
  unit: 'web ACLs',
  source: wafPricing,
  dated: pricesChecked,
}
export const wafRule: Price = { ...webAcl, amount: 1, unit: 'rules' }
export const wafRequests: Price = { ...webAcl, amount: 0.6, per: 1_000_000, unit: 'requests' }

const vendedEnds = [10, 30, 50, Number.POSITIVE_INFINITY].map((end) => end * terabyte)
const vended = (amounts: readonly number[]): TieredPrice => ({
  tiers: vendedEnds.map((upTo, tier) => ({ upTo, amount: amounts[tier] ?? 0 })),
  per: 1,
  unit: 'GB',
  ...older,
  source: cloudWatchPricing,
})
/** Standard logs (v2) that go through CloudWatch, which sells their delivery. */
export const logsToCloudWatch = vended([0.5, 0.25, 0.1, 0.05])
export const logsToFirehose = vended([0.25, 0.15, 0.075, 0.05])
export const logsInParquet: Price = {
  amount: 0.035,
  per: 1,
  unit: 'GB',
  ...older,
  source: cloudWatchPricing,
}
/** Bytes of a request's log that CloudWatch Logs takes in for nothing. */
export const freeLogBytes = 750

/** The always-free tier of each month, which all distributions of an account share. */
export const freeTier = {
  gigabytes: 1024,
  requests: 10_000_000,
  functions: 2_000_000,
  storeReads: 2_000_000,
} as const

/** For a year's commitment; it takes off at most this share of CloudFront's charges. */
export const savingsBundle = {
  discount: 0.3,
  source: 'https://aws.amazon.com/cloudfront/pricing/savings-bundle/',
  dated: pricesChecked,
} as const

const shieldPricing = 'https://aws.amazon.com/shield/pricing/'
/** A subscription for a year, one for all accounts of an organization. */
export const shieldSubscription: Price = {
  amount: 3000,
  per: 1,
  unit: 'subscriptions',
  source: shieldPricing,
  dated: pricesChecked,
  doubt: 'read in public accounts of the pricing page, not on the page itself',
}
const shieldEnds = [100, 500, 1000, 5000, Number.POSITIVE_INFINITY].map((end) => end * terabyte)
/** Beside CloudFront’s own transfer; what is beyond 5 PB has a price by agreement and is counted at the last one. */
export const shieldTransfer: TieredPrice = {
  tiers: shieldEnds.map((upTo, tier) => ({ upTo, amount: [0.025, 0.02, 0.015, 0.01, 0.01][tier] ?? 0.01 })),
  per: 1,
  unit: 'GB',
  source: shieldPricing,
  dated: pricesChecked,
  doubt: 'the first tier was read in public accounts of the pricing page, the others were not compared again',
}

/** From how many GB a month AWS makes agreements on reserved capacity, for a year or longer. */
export const reservedFrom = 10 * terabyte
export const reservedCapacity = {
  source: 'https://docs.aws.amazon.com/whitepapers/latest/aws-storage-services-overview/cost-model-7.html',
  dated: pricesChecked,
} as const
