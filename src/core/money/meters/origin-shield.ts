import { shieldRequests } from '#core/money/prices.ts'
import { priceRegionOfAwsRegion } from '#core/money/regions.ts'
import { regionalItems } from './by-region.ts'
import type { Meter } from './meter.ts'

/** Billed where Origin Shield is: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-shield.html */
export const originShield: Meter = {
  id: 'origin-shield',
  what: 'Origin Shield requests',
  items(context) {
    const regions = new Map(
      context.facts.behaviors.map(({ pattern, shieldRegion }) => [
        pattern,
        priceRegionOfAwsRegion(shieldRegion ?? 'us-east-1'),
      ]),
    )
    return regionalItems(
      context,
      {
        id: this.id,
        what: this.what,
        quantityOf: ({ shielded }) => shielded,
        regionOf: ({ behavior }) => regions.get(behavior) ?? 'US',
      },
      shieldRequests,
    )
  },
}
