/**
 * CloudFront's public pay-as-you-go prices in US dollars, without free tier, savings bundle or private pricing.
 * https://aws.amazon.com/cloudfront/pricing/
 */
export const pricesSource = 'https://aws.amazon.com/cloudfront/pricing/'
/**
 * Transfer prices, the free tier and functions were compared with a copy of the pricing page on this day; requests, Origin
 * Shield, Lambda@Edge and transfer to origins are the list prices of 2025 and were not compared again.
 */
export const pricesChecked = '2026-11-21'

/** Billing regions, as the bill abbreviates them. */
export const priceRegions = ['US', 'EU', 'ZA', 'SA', 'JP', 'AU', 'AP', 'IN'] as const
export type PriceRegion = (typeof priceRegions)[number]

export const regionNames: Readonly<Record<PriceRegion, string>> = {
  US: 'United States, Mexico and Canada',
  EU: 'Europe, Israel and Türkiye',
  ZA: 'South Africa, Kenya, Nigeria, Egypt and Middle East',
  SA: 'South America',
  JP: 'Japan',
  AU: 'Australia and New Zealand',
  AP: 'Hong Kong, Indonesia, Philippines, Singapore, South Korea, Taiwan, Thailand, Malaysia and Vietnam',
  IN: 'India',
}

type ByRegion = Readonly<Record<PriceRegion, number>>

/** The bill counts binary gigabytes. */
export const bytesPerGigabyte = 1024 ** 3
const terabyte = 1024

/** Upper ends of the monthly tiers, in GB. */
export const transferTiers = [10, 50, 150, 500, 1024, 5120, Number.POSITIVE_INFINITY].map(
  (terabytes) => terabytes * terabyte,
)
/** Per GB to viewers, for each tier. */
export const transferOut: Readonly<Record<PriceRegion, readonly number[]>> = {
  US: [0.085, 0.08, 0.06, 0.04, 0.03, 0.025, 0.02],
  EU: [0.085, 0.08, 0.06, 0.04, 0.03, 0.025, 0.02],
  ZA: [0.11, 0.105, 0.09, 0.08, 0.06, 0.05, 0.04],
  SA: [0.11, 0.105, 0.09, 0.08, 0.06, 0.05, 0.04],
  JP: [0.114, 0.089, 0.086, 0.084, 0.08, 0.07, 0.06],
  AU: [0.114, 0.098, 0.094, 0.092, 0.09, 0.085, 0.08],
  AP: [0.12, 0.1, 0.095, 0.09, 0.08, 0.07, 0.06],
  IN: [0.109, 0.085, 0.082, 0.08, 0.078, 0.075, 0.072],
}
/** Per GB that CloudFront sends to origins: bodies of POST, PUT, PATCH and DELETE. */
export const transferToOrigin: ByRegion = {
  US: 0.02,
  EU: 0.02,
  ZA: 0.06,
  SA: 0.125,
  JP: 0.06,
  AU: 0.08,
  AP: 0.06,
  IN: 0.16,
}
/** Per 10,000 requests. */
export const httpRequests: ByRegion = {
  US: 0.0075,
  EU: 0.009,
  ZA: 0.009,
  SA: 0.016,
  JP: 0.009,
  AU: 0.009,
  AP: 0.009,
  IN: 0.009,
}
export const httpsRequests: ByRegion = {
  US: 0.01,
  EU: 0.012,
  ZA: 0.012,
  SA: 0.022,
  JP: 0.012,
  AU: 0.0125,
  AP: 0.012,
  IN: 0.012,
}
/** Per 10,000 requests that reach Origin Shield from another region. */
export const shieldRequests: ByRegion = {
  US: 0.0075,
  EU: 0.009,
  ZA: 0.009,
  SA: 0.016,
  JP: 0.009,
  AU: 0.009,
  AP: 0.009,
  IN: 0.009,
}
/** Per invocation. */
export const cloudFrontFunction = 0.1 / 1e6
export const lambdaFunction = 0.6 / 1e6
/** Per GB-second of Lambda@Edge. */
export const lambdaGigabyteSecond = 0.00005001
export const invalidationPath = 0.005
export const freeInvalidationPaths = 1000
/** Per line. */
export const realtimeLogLine = 0.01 / 1e6

/** The always-free tier of each month, which all distributions of an account share. */
export const freeTier = { gigabytes: 1024, requests: 10_000_000, functions: 2_000_000 } as const

const countriesOf: Readonly<Record<Exclude<PriceRegion, 'EU' | 'AP'>, string>> = {
  US: 'US CA MX',
  ZA: 'ZA KE NG EG AE BH SA QA KW OM JO',
  SA: 'BR AR CL CO PE EC UY PY BO VE',
  JP: 'JP',
  AU: 'AU NZ',
  IN: 'IN',
}
const asia = new Set('HK ID PH SG KR TW TH MY VN KH LK BD PK CN MO'.split(' '))
const byCountry = new Map<string, PriceRegion>(
  Object.entries(countriesOf).flatMap(([region, countries]) =>
    countries.split(' ').map((country) => [country, region as PriceRegion] as const),
  ),
)

/** The billing region of a point of presence's country. */
export const priceRegionOf = (country: string): PriceRegion =>
  byCountry.get(country) ?? (asia.has(country) ? 'AP' : 'EU')

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PriceClass.html */
export const priceClassRegions: Readonly<Record<string, readonly PriceRegion[]>> = {
  PriceClass_100: ['US', 'EU'],
  PriceClass_200: ['US', 'EU', 'ZA', 'JP', 'AP', 'IN'],
  PriceClass_All: priceRegions,
}

/** The billing region of an AWS region, for Origin Shield. */
export const priceRegionOfAwsRegion = (region: string): PriceRegion => {
  if (/^(us|ca|mx)-/.test(region)) return 'US'
  if (region.startsWith('sa-')) return 'SA'
  if (region.startsWith('eu-') || region.startsWith('il-')) return 'EU'
  if (region.startsWith('me-') || region.startsWith('af-')) return 'ZA'
  if (region === 'ap-south-1' || region === 'ap-south-2') return 'IN'
  if (region.startsWith('ap-northeast-1') || region === 'ap-northeast-3') return 'JP'
  return region === 'ap-southeast-2' || region === 'ap-southeast-4' ? 'AU' : 'AP'
}
