/** Counting by the region in which the price class bills. */
import type { RegionalPrice } from '#core/money/prices.ts'
import { billedIn, type PriceRegion, priceRegions, regionNames } from '#core/money/regions.ts'
import { totalOf, type UsageCell } from '#core/money/usage.ts'
import { itemOf, type MeterContext, type MeteredItem } from './meter.ts'

interface Counting {
  readonly id: string
  readonly what: string
  readonly quantityOf: (cell: UsageCell) => number
  /** Where a cell is billed; by its viewers' region and the price class where this is absent. */
  readonly regionOf?: (cell: UsageCell) => PriceRegion
  /** The share of everything that is free. */
  readonly freeShare?: number
}

export interface InRegion {
  readonly region: PriceRegion
  readonly quantity: number
  readonly weight: (cell: UsageCell) => number
}

/** What each region comes to, in the order of the price list. */
export function inRegions({ usage, priceClass }: MeterContext, counting: Counting): InRegion[] {
  const { quantityOf, regionOf = ({ region }) => billedIn(region, priceClass) } = counting
  return priceRegions
    .map((region) => {
      const weight = (cell: UsageCell) => (regionOf(cell) === region ? quantityOf(cell) : 0)
      return { region, quantity: totalOf(usage, weight), weight }
    })
    .filter(({ quantity }) => quantity > 0)
}

export const regionalItems = (
  context: MeterContext,
  counting: Counting,
  { amounts, ...price }: RegionalPrice,
): MeteredItem[] =>
  inRegions(context, counting).flatMap(({ region, quantity, weight }) =>
    itemOf(
      {
        id: `${counting.id}/${region}`,
        what: counting.what,
        region: regionNames[region],
        quantity,
        free: quantity * (counting.freeShare ?? 0),
        factor: context.usage.factor,
        weight,
      },
      { ...price, amount: amounts[region] },
    ),
  )
