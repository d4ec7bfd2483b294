import { bytesPerGigabyte, freeTier, transferOut, transferToOrigin } from '#core/money/prices.ts'
import { regionNames } from '#core/money/regions.ts'
import { totalOf, type UsageCell } from '#core/money/usage.ts'
import { inRegions, regionalItems } from './by-region.ts'
import { type Meter, tieredItems } from './meter.ts'

const gigabytes = ({ bytes }: UsageCell) => bytes / bytesPerGigabyte

/** The free terabyte is shared out to the regions by what they transfer, and is each region's first (inferred). */
export const transferToViewers: Meter = {
  id: 'transfer-out',
  what: 'Transfer to viewers',
  items(context) {
    const { usage, hasFreeTier } = context
    const all = totalOf(usage, gigabytes)
    const freeShare = hasFreeTier && all > 0 ? Math.min(1, freeTier.gigabytes / all) : 0
    return inRegions(context, { id: this.id, what: this.what, quantityOf: gigabytes }).flatMap(
      ({ region, quantity, weight }) =>
        tieredItems(
          {
            id: `${this.id}/${region}`,
            what: this.what,
            region: regionNames[region],
            quantity,
            free: quantity * freeShare,
            factor: usage.factor,
            weight,
          },
          transferOut(region),
        ),
    )
  },
}

/** Origins in AWS take what CloudFront sends them for this price too: https://aws.amazon.com/cloudfront/pricing/ */
export const transferToOrigins: Meter = {
  id: 'transfer-to-origin',
  what: 'Transfer to origins',
  items(context) {
    const quantityOf = ({ uploads }: UsageCell) => uploads / bytesPerGigabyte
    return regionalItems(context, { id: this.id, what: this.what, quantityOf }, transferToOrigin)
  },
}
