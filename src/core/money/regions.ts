/** Where CloudFront bills: the regions of its price list, and which of them a price class keeps. */

import { tableOf } from '#core/ground/names.ts'

/** Billing regions, as the bill abbreviates them. */
export const priceRegions = ['US', 'EU', 'ZA', 'SA', 'JP', 'AU', 'AP', 'IN'] as const
export type PriceRegion = (typeof priceRegions)[number]
export type ByRegion = Readonly<Record<PriceRegion, number>>

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
export const priceClassRegions: Readonly<Record<string, readonly PriceRegion[]>> = tableOf({
  PriceClass_100: ['US', 'EU'],
  PriceClass_200: ['US', 'EU', 'ZA', 'JP', 'AP', 'IN'],
  PriceClass_All: priceRegions,
})

/** Where requests of a region are billed: there, or in the cheapest of the price class where that leaves it out. */
export const billedIn = (region: PriceRegion, priceClass: string): PriceRegion =>
  (priceClassRegions[priceClass] ?? priceRegions).includes(region) ? region : 'US'

/** The billing region of an AWS region, for Origin Shield. */
export function priceRegionOfAwsRegion(region: string): PriceRegion {
  if (/^(us|ca|mx)-/.test(region)) return 'US'
  if (region.startsWith('sa-')) return 'SA'
  if (region.startsWith('eu-') || region.startsWith('il-')) return 'EU'
  if (region.startsWith('me-') || region.startsWith('af-')) return 'ZA'
  if (region === 'ap-south-1' || region === 'ap-south-2') return 'IN'
  if (region.startsWith('ap-northeast-1') || region === 'ap-northeast-3') return 'JP'
  return region === 'ap-southeast-2' || region === 'ap-southeast-4' ? 'AU' : 'AP'
}
