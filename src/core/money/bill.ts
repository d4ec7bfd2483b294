/** A month's bill at list prices: every item with its arithmetic, and what it leaves out. */
import type { MoneyFacts } from './facts.ts'
import { meters } from './meters/index.ts'
import type { BillItem, MeterContext, MeteredItem } from './meters/meter.ts'
import { notIn } from './not-in.ts'
import {
  bytesPerGigabyte,
  cloudFrontPricing,
  pricesChecked,
  reservedCapacity,
  reservedFrom,
  savingsBundle,
} from './prices.ts'
import { priceClassRegions } from './regions.ts'
import { totalOf, type Usage, type UsageCell } from './usage.ts'
import { inDollars } from './words.ts'

export interface Part {
  readonly name: string
  readonly amount: number
}

export interface Bill {
  readonly currency: 'USD'
  readonly total: number
  readonly items: readonly BillItem[]
  /** What costs money with this design and is not among the items, in sentences. */
  readonly notIn: readonly string[]
  readonly assumptions: readonly string[]
  readonly priceClass: string
  readonly byBehavior: readonly Part[]
  readonly byOrigin: readonly Part[]
  readonly byRegion: readonly Part[]
  /** The same month in each price class; which caches serve it would change too, and is not in it. */
  readonly byPriceClass: readonly { readonly priceClass: string; readonly total: number }[]
}

export interface BillOptions {
  /** As if this distribution had the account's free tier alone; true unless said otherwise. */
  readonly hasFreeTier?: boolean
  readonly lambdaMilliseconds?: number
  readonly hasSavingsBundle?: boolean
  /** What AWS takes off CloudFront’s list prices by agreement, for reserved capacity: a share from 0 to 1. */
  readonly agreedDiscount?: number
  /** Under Shield Advanced, although the design does not say so. */
  readonly hasShieldAdvanced?: boolean
  /** Another than the design's. */
  readonly priceClass?: string
}

const usualMilliseconds = 50
/** What belongs to no behavior. */
const ofTheDistribution = 'the distribution'

const sumOf = (items: readonly BillItem[]) => items.reduce((sum, { amount }) => sum + amount, 0)

/** The bundle as an item that takes its share off. */
function bundleItem(items: readonly BillItem[]): MeteredItem[] {
  const own = sumOf(items.filter(({ service }) => service === 'CloudFront'))
  if (own === 0) return []
  const { discount, source, dated } = savingsBundle
  return [
    {
      id: 'savings-bundle',
      what: `Savings bundle, with a commitment of ${inDollars(own * (1 - discount))} a month for a year`,
      region: null,
      quantity: own,
      unit: 'dollars of CloudFront',
      price: -discount,
      amount: -discount * own,
      arithmetic: `${inDollars(own)} of CloudFront × −${discount}`,
      source,
      dated,
      service: 'CloudFront',
      weight: null,
    },
  ]
}

/** What an agreement on reserved capacity takes off; its figure is a person's. */
function agreedItem(items: readonly BillItem[], discount: number): MeteredItem[] {
  const own = sumOf(items.filter(({ service }) => service === 'CloudFront'))
  if (own === 0 || discount === 0) return []
  return [
    {
      id: 'reserved-capacity',
      what: 'Reserved capacity, as agreed with AWS',
      region: null,
      quantity: own,
      unit: 'dollars of CloudFront',
      price: -discount,
      amount: -discount * own,
      arithmetic: `${inDollars(own)} of CloudFront × −${discount}`,
      ...reservedCapacity,
      doubt: 'the discount was given, no page of AWS’s has one',
      service: 'CloudFront',
      weight: null,
    },
  ]
}

function itemsOf(facts: MoneyFacts, usage: Usage, options: BillOptions): MeteredItem[] {
  const context: MeterContext = {
    facts,
    usage,
    priceClass: options.priceClass ?? facts.priceClass,
    hasFreeTier: options.hasFreeTier ?? true,
    lambdaMilliseconds: options.lambdaMilliseconds ?? usualMilliseconds,
  }
  const items = meters.flatMap((meter) => meter.items(context))
  return [
    ...items,
    ...(options.hasSavingsBundle ? bundleItem(items) : []),
    ...agreedItem(items, options.agreedDiscount ?? 0),
  ]
}

/** Shares the items out to the cells' groups, each by what it counted. */
function partsOf(items: readonly MeteredItem[], usage: Usage, nameOf: (cell: UsageCell) => string): Part[] {
  const parts = new Map<string, number>()
  const add = (name: string, amount: number) => parts.set(name, (parts.get(name) ?? 0) + amount)
  for (const { amount, weight } of items) {
    const all = weight === null ? 0 : totalOf(usage, weight)
    if (weight === null || all === 0) add(ofTheDistribution, amount)
    else for (const cell of usage.cells) add(nameOf(cell), (amount * weight(cell)) / all)
  }
  return [...parts]
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount]) => ({ name, amount }))
    .sort((a, b) => b.amount - a.amount)
}

function byRegion(items: readonly BillItem[]): Part[] {
  const parts = new Map<string, number>()
  for (const { region, amount } of items)
    parts.set(region ?? 'everywhere', (parts.get(region ?? 'everywhere') ?? 0) + amount)
  return [...parts].map(([name, amount]) => ({ name, amount })).sort((a, b) => b.amount - a.amount)
}

const withoutWeight = ({ weight: _, ...item }: MeteredItem): BillItem => item

/** What holds of a month of this size. */
function ofSize(usage: Usage, { agreedDiscount }: BillOptions): string[] {
  const gigabytes = totalOf(usage, ({ bytes }) => bytes) / bytesPerGigabyte
  return gigabytes >= reservedFrom && agreedDiscount === undefined
    ? [
        'Reserved capacity: for 10 TB a month or more over a year AWS takes a share off by agreement, which no page tells.',
      ]
    : []
}

export function billOf(design: MoneyFacts, usage: Usage, options: BillOptions = {}): Bill {
  const facts = options.hasShieldAdvanced ? { ...design, hasShieldAdvanced: true } : design
  const items = itemsOf(facts, usage, options)
  const priceClass = options.priceClass ?? facts.priceClass
  return {
    currency: 'USD',
    total: sumOf(items),
    items: items.map(withoutWeight),
    notIn: [...ofSize(usage, options), ...notIn(facts)],
    assumptions: [
      ...usage.assumptions,
      ...(facts.hasShieldAdvanced && facts.webAcl !== null
        ? ['Shield Advanced pays for the web ACL, its rules and the requests that it looks at.']
        : []),
      ...(priceClass === 'PriceClass_All'
        ? []
        : [`Requests from places that ${priceClass} leaves out are billed at its cheapest region's price.`]),
      `Prices are those of ${cloudFrontPricing}, compared on ${pricesChecked}.`,
    ],
    priceClass,
    byBehavior: partsOf(items, usage, ({ behavior }) => behavior),
    byOrigin: partsOf(items, usage, ({ target }) => target),
    byRegion: byRegion(items),
    byPriceClass: Object.keys(priceClassRegions).map((each) => ({
      priceClass: each,
      total: sumOf(itemsOf(facts, usage, { ...options, priceClass: each })),
    })),
  }
}

/** The sum of the items that are chosen, for those who ask often. */
export const sumFor = (
  facts: MoneyFacts,
  usage: Usage,
  options: BillOptions,
  isChosen: (item: BillItem) => boolean,
): number => sumOf(itemsOf(facts, usage, options).filter(isChosen))
