import { fieldLevelEncryption } from '#core/money/prices.ts'
import { totalOf, type UsageCell } from '#core/money/usage.ts'
import { itemOf, type Meter } from './meter.ts'

/** In addition to the request itself: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html */
export const encryption: Meter = {
  id: 'field-level-encryption',
  what: 'Requests with field-level encryption',
  items({ usage }) {
    const weight = ({ encrypted }: UsageCell) => encrypted
    const quantity = totalOf(usage, weight)
    return itemOf(
      { id: this.id, what: this.what, quantity, factor: usage.factor, weight },
      fieldLevelEncryption,
    )
  },
}
