/** What a month like the log would cost at list prices; every figure comes with its arithmetic. */
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import { popByCode } from '#core/trace/engine/pops.ts'
import {
  bytesPerGigabyte,
  cloudFrontFunction,
  freeInvalidationPaths,
  freeTier,
  httpRequests,
  httpsRequests,
  invalidationPath,
  lambdaFunction,
  lambdaGigabyteSecond,
  type PriceRegion,
  priceClassRegions,
  priceRegionOf,
  priceRegionOfAwsRegion,
  pricesChecked,
  pricesSource,
  realtimeLogLine,
  regionNames,
  shieldRequests,
  transferOut,
  transferTiers,
  transferToOrigin,
} from './prices.ts'
import { byBehavior, cellsOf } from './summarize.ts'
import type { Summary } from './summary.ts'

export interface CostItem {
  readonly what: string
  /** The billing region, null where the price is the same everywhere. */
  readonly region: string | null
  /** A month's amount in the unit of the price. */
  readonly quantity: number
  readonly unit: string
  /** US dollars a month. */
  readonly cost: number
  /** The multiplication, with the log's own figure and how it was scaled to a month. */
  readonly arithmetic: string
}
export interface CostEstimate {
  readonly currency: 'USD'
  readonly pricesSource: string
  readonly pricesChecked: string
  readonly priceClass: string
  /** Hours that the log covers, and by what its figures were multiplied to make a month of 730 hours. */
  readonly hours: number
  readonly factor: number
  readonly items: readonly CostItem[]
  readonly total: number
  /** The total if this distribution alone used the account's free tier. */
  readonly totalAfterFreeTier: number
  /** The same log billed in each price class; which caches serve it would change too, and is not in it. */
  readonly byPriceClass: readonly { readonly priceClass: string; readonly total: number }[]
  readonly notes: readonly string[]
}

export interface CostOptions {
  readonly priceClass: string
  /** The share of its requests that each behavior's real-time log records, by path pattern. */
  readonly realtimeShares?: ReadonlyMap<string, number>
  /** Milliseconds that a Lambda@Edge run takes, at 128 MB. */
  readonly lambdaMilliseconds?: number
}

const monthHours = 730
/** A shorter log says too little about a month's hours; it is taken as this much. */
const leastHours = 1 / 60

interface Usage {
  http: number
  https: number
  bytes: number
  uploads: number
}

/** Enough digits for the arithmetic to come out: small amounts are not rounded to nothing. */
const number = (value: number) =>
  Math.abs(value) < 1
    ? value.toLocaleString('en-US', { maximumSignificantDigits: 4 })
    : value.toLocaleString('en-US', { maximumFractionDigits: 2 })
/** A month's share of the log multiplies everything, so it is given exactly enough. */
const times = (factor: number) => factor.toLocaleString('en-US', { maximumFractionDigits: 6 })

/** Where requests of a place are billed: its own region, or the cheapest of the price class where that leaves it out. */
export function billedRegion(country: string, priceClass: string): PriceRegion {
  const region = priceRegionOf(country)
  const regions = priceClassRegions[priceClass] ?? priceClassRegions['PriceClass_All'] ?? []
  return regions.includes(region) ? region : 'US'
}

function usageByRegion(summary: Summary, priceClass: string): Map<PriceRegion, Usage> {
  const usage = new Map<PriceRegion, Usage>()
  for (const { outcome, place, requests, bytes, uploads } of cellsOf(summary)) {
    const { country } = popByCode(place || 'FRA56')
    const region = billedRegion(country, priceClass)
    const sum = usage.get(region) ?? { http: 0, https: 0, bytes: 0, uploads: 0 }
    usage.set(region, sum)
    if (outcome.isHttps) sum.https += requests
    else sum.http += requests
    sum.bytes += bytes
    if (outcome.originRequests > 0) sum.uploads += uploads
  }
  return usage
}

/** Tiers of a month's transfer in one region. */
export function transferCost(region: PriceRegion, gigabytes: number): { cost: number; arithmetic: string } {
  let from = 0
  let cost = 0
  const parts: string[] = []
  transferTiers.forEach((end, tier) => {
    const amount = Math.max(0, Math.min(gigabytes, end) - from)
    from = end
    if (amount === 0) return
    const price = transferOut[region][tier] ?? 0
    cost += amount * price
    parts.push(`${number(amount)} GB × $${price}`)
  })
  return { cost, arithmetic: parts.join(' + ') || '0 GB' }
}

function requestItem(
  what: string,
  region: PriceRegion,
  logged: number,
  factor: number,
  per10000: number,
): CostItem {
  const quantity = logged * factor
  return {
    what,
    region: regionNames[region],
    quantity,
    unit: 'requests',
    cost: (quantity / 10_000) * per10000,
    arithmetic: `${number(logged)} in the log × ${times(factor)} = ${number(quantity)}; ÷ 10,000 × $${per10000}`,
  }
}

function regionItems(usage: ReadonlyMap<PriceRegion, Usage>, factor: number): CostItem[] {
  return [...usage].flatMap(([region, { http, https, bytes, uploads }]) => {
    const gigabytes = (bytes * factor) / bytesPerGigabyte
    const transfer = transferCost(region, gigabytes)
    const up = (uploads * factor) / bytesPerGigabyte
    return [
      {
        what: 'Transfer to viewers',
        region: regionNames[region],
        quantity: gigabytes,
        unit: 'GB',
        cost: transfer.cost,
        arithmetic: `${number(bytes / bytesPerGigabyte)} GB in the log × ${times(factor)}: ${transfer.arithmetic}`,
      },
      ...(http > 0 ? [requestItem('HTTP requests', region, http, factor, httpRequests[region])] : []),
      ...(https > 0 ? [requestItem('HTTPS requests', region, https, factor, httpsRequests[region])] : []),
      ...(up > 0
        ? [
            {
              what: 'Transfer to origins',
              region: regionNames[region],
              quantity: up,
              unit: 'GB',
              cost: up * transferToOrigin[region],
              arithmetic: `${number(uploads / bytesPerGigabyte)} GB in the log × ${times(factor)} × $${transferToOrigin[region]}`,
            },
          ]
        : []),
    ]
  })
}

function shieldItems(summary: Summary, { behaviors }: CompiledDistribution, factor: number): CostItem[] {
  const byRegion = new Map<PriceRegion, number>()
  for (const { outcome, requests } of cellsOf(summary)) {
    if (!outcome.askedShield) continue
    const shield = behaviors[outcome.behavior]?.target.origins[0]?.shield
    if (!shield) continue
    const region = priceRegionOfAwsRegion(shield)
    byRegion.set(region, (byRegion.get(region) ?? 0) + requests)
  }
  return [...byRegion].map(([region, requests]) =>
    requestItem('Origin Shield requests', region, requests, factor, shieldRequests[region]),
  )
}

export function functionRuns(summary: Summary): { cloudFront: number; lambda: number } {
  let cloudFront = 0
  let lambda = 0
  for (const { outcome, requests } of cellsOf(summary)) {
    cloudFront += outcome.cloudFrontFunctions * requests
    lambda += outcome.lambdaFunctions * requests
  }
  return { cloudFront, lambda }
}

const plainItem = (
  what: string,
  unit: string,
  logged: number,
  factor: number,
  price: number,
  shown: string,
): CostItem[] =>
  logged === 0
    ? []
    : [
        {
          what,
          region: null,
          quantity: logged * factor,
          unit,
          cost: logged * factor * price,
          arithmetic: `${number(logged)} in the log × ${times(factor)} × ${shown}`,
        },
      ]

/** Lines that the real-time logs of the behaviors take of the log's requests. */
function recordedLines(
  summary: Summary,
  distribution: CompiledDistribution,
  { realtimeShares }: CostOptions,
): number {
  if (!realtimeShares || realtimeShares.size === 0) return 0
  return byBehavior(summary, distribution).reduce(
    (sum, { name, requests }) => sum + requests * (realtimeShares.get(name) ?? 0),
    0,
  )
}

function furtherItems(
  summary: Summary,
  distribution: CompiledDistribution,
  factor: number,
  options: CostOptions,
): CostItem[] {
  const { cloudFront, lambda } = functionRuns(summary)
  const seconds = (options.lambdaMilliseconds ?? 50) / 1000
  const recorded = recordedLines(summary, distribution, options)
  const paths = summary.invalidatedPaths * factor
  const paid = Math.max(0, paths - freeInvalidationPaths)
  return [
    ...plainItem('CloudFront Functions', 'runs', cloudFront, factor, cloudFrontFunction, '$0.10 ÷ 1,000,000'),
    ...plainItem('Lambda@Edge requests', 'runs', lambda, factor, lambdaFunction, '$0.60 ÷ 1,000,000'),
    ...plainItem(
      'Lambda@Edge duration',
      'GB-seconds',
      lambda * seconds * 0.125,
      factor,
      lambdaGigabyteSecond,
      `$${lambdaGigabyteSecond} (${seconds * 1000} ms at 128 MB each, assumed)`,
    ),
    ...plainItem('Real-time log lines', 'lines', recorded, factor, realtimeLogLine, '$0.01 ÷ 1,000,000'),
    ...(paid > 0
      ? [
          {
            what: 'Invalidation paths',
            region: null,
            quantity: paths,
            unit: 'paths',
            cost: paid * invalidationPath,
            arithmetic: `(${number(paths)} − ${freeInvalidationPaths} free) × $${invalidationPath}`,
          },
        ]
      : []),
  ]
}

/** Reduces items by the free tier: requests and transfer of the dearest regions count as free last (inferred). */
function freeTierSaving(items: readonly CostItem[]): number {
  const share = (belongs: (what: string) => boolean, free: number) => {
    const those = items.filter(({ what }) => belongs(what))
    const quantity = those.reduce((sum, item) => sum + item.quantity, 0)
    const cost = those.reduce((sum, item) => sum + item.cost, 0)
    return quantity === 0 ? 0 : cost * Math.min(1, free / quantity)
  }
  return (
    share((what) => what === 'Transfer to viewers', freeTier.gigabytes) +
    share((what) => what === 'HTTP requests' || what === 'HTTPS requests', freeTier.requests) +
    share((what) => what === 'CloudFront Functions', freeTier.functions)
  )
}

const sumOf = (items: readonly CostItem[]) => items.reduce((sum, { cost }) => sum + cost, 0)

/** The monthly estimate for a finished replay. */
export function estimateCost(
  summary: Summary,
  distribution: CompiledDistribution,
  options: CostOptions,
): CostEstimate {
  const span = (summary.last - summary.first) / 3_600_000
  const hours = Number.isFinite(span) ? Math.max(leastHours, span) : leastHours
  const factor = Number.isFinite(span) ? monthHours / hours : 0
  const elsewhere = [
    ...shieldItems(summary, distribution, factor),
    ...furtherItems(summary, distribution, factor, options),
  ]
  const itemsIn = (priceClass: string) => [
    ...regionItems(usageByRegion(summary, priceClass), factor),
    ...elsewhere,
  ]
  const items = itemsIn(options.priceClass).sort((a, b) => b.cost - a.cost)
  const total = sumOf(items)
  return {
    currency: 'USD',
    pricesSource,
    pricesChecked,
    priceClass: options.priceClass,
    hours,
    factor,
    items,
    total,
    totalAfterFreeTier: Math.max(0, total - freeTierSaving(items)),
    byPriceClass: Object.keys(priceClassRegions).map((priceClass) => ({
      priceClass,
      total: sumOf(itemsIn(priceClass)),
    })),
    notes: [
      `The log covers ${number(hours)} hours; every figure is multiplied by ${times(factor)} to make a month of ${monthHours} hours, as if every hour were like the log's.`,
      'Not in it: origins (S3 requests and storage, load balancers, their transfer), WAF, certificates, the storage of standard logs (their delivery to S3 costs nothing), Kinesis behind real-time logs, taxes and private pricing.',
      ...(options.priceClass === 'PriceClass_All'
        ? []
        : [
            `Requests from places that ${options.priceClass} leaves out are billed at its cheapest region's price.`,
          ]),
      ...(hours < 24 ? ['The log is shorter than a day, so the estimate says little about a month.'] : []),
    ],
  }
}
