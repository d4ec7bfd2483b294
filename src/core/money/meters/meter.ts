/** One thing that is billed: a meter makes the items of a month out of a design and its use. */
import type { MoneyFacts } from '#core/money/facts.ts'
import type { Price, TieredPrice } from '#core/money/prices.ts'
import type { Usage, UsageCell } from '#core/money/usage.ts'
import { fromLog, inDigits } from '#core/money/words.ts'

export interface BillItem {
  /** The meter, and the region and tier where it has some: `transfer-out/EU/1`. */
  readonly id: string
  readonly what: string
  /** The billing region in words, null where the price is the same everywhere. */
  readonly region: string | null
  /** What is paid for, in the unit: quantity × price is the amount. */
  readonly quantity: number
  readonly unit: string
  readonly price: number
  /** US dollars a month. */
  readonly amount: number
  readonly arithmetic: string
  readonly source: string
  readonly dated: string
  /** Why the price is not sure. */
  readonly doubt?: string
  /** Whose price it is: the savings bundle takes from CloudFront's own alone. */
  readonly service: Service
}
export type Service = 'CloudFront' | 'Lambda@Edge' | 'AWS WAF' | 'AWS Shield' | 'CloudWatch'

/** How an item spreads over behaviors and origins: by what of a cell; null where it is the distribution's. */
export type Weight = ((cell: UsageCell) => number) | null
export interface MeteredItem extends BillItem {
  readonly weight: Weight
}

export interface MeterContext {
  readonly facts: MoneyFacts
  readonly usage: Usage
  readonly priceClass: string
  /** Take the account's free tier off, as if this distribution had it alone. */
  readonly hasFreeTier: boolean
  /** Milliseconds that a Lambda@Edge run takes. */
  readonly lambdaMilliseconds: number
}

export interface Meter {
  readonly id: string
  /** In the list of what the bill holds. */
  readonly what: string
  readonly items: (context: MeterContext) => readonly MeteredItem[]
}

export interface Count {
  readonly id: string
  readonly what: string
  readonly region?: string
  readonly service?: Service
  readonly quantity: number
  /** Of that quantity, what costs nothing. */
  readonly free?: number
  readonly factor: number | null
  /** How the quantity came about, where it is not plainly counted. */
  readonly how?: string
  readonly weight?: Weight
}

/** One of them is not several. */
const counted = (unit: string, count: number) => (count === 1 ? unit.replace(/s$/, '') : unit)

const unitOf = ({ per, unit }: Pick<Price, 'per' | 'unit'>) => (per === 1 ? unit : `${inDigits(per)} ${unit}`)
const blocks = ({ per }: Pick<Price, 'per'>) => (per === 1 ? '' : ` ÷ ${inDigits(per)}`)

const common = (
  { id, what, region, service, weight }: Count,
  { unit, per, source, dated, doubt }: Omit<Price, 'amount'>,
) => ({
  id,
  what,
  region: region ?? null,
  service: service ?? 'CloudFront',
  unit: unitOf({ per, unit }),
  source,
  dated,
  ...(doubt !== undefined && { doubt }),
  weight: weight ?? null,
})

/** The quantity with what is free taken off, in words. */
function paidInWords({ quantity, free = 0, factor, how }: Count, unit: string): string {
  const counted = how ?? fromLog(quantity, factor)
  return free === 0
    ? `${counted} ${unit}`
    : `(${counted} − ${inDigits(Math.min(free, quantity))} free) ${unit}`
}

/** One item at one price; none where nothing was counted, or all of it is free. */
export function itemOf(count: Count, price: Price): MeteredItem[] {
  const paid = Math.max(0, count.quantity - (count.free ?? 0))
  if (paid === 0) return []
  const quantity = paid / price.per
  return [
    {
      ...common(count, price),
      quantity,
      price: price.amount,
      amount: quantity * price.amount,
      arithmetic: `${paidInWords(count, counted(price.unit, count.quantity))}${blocks(price)} × $${price.amount}`,
    },
  ]
}

/** One item for each tier that the quantity reaches; what is free comes first and uses its tier up. */
export function tieredItems(count: Count, { tiers, ...price }: TieredPrice): MeteredItem[] {
  const { quantity: all, free = 0 } = count
  let from = 0
  return tiers.flatMap(({ upTo, amount }, tier) => {
    const start = Math.max(from, free)
    const quantity = Math.max(0, Math.min(all, upTo) - start)
    from = upTo
    if (quantity === 0) return []
    const first = tier === 0 ? `${paidInWords(count, price.unit)}: ` : ''
    return [
      {
        ...common(count, price),
        id: `${count.id}/${tier + 1}`,
        quantity,
        price: amount,
        amount: quantity * amount,
        arithmetic: `${first}${inDigits(quantity)} ${price.unit} × $${amount}`,
      },
    ]
  })
}
