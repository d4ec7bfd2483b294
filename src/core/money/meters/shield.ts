/** AWS Shield Advanced on the distribution: https://aws.amazon.com/shield/pricing/ */
import { bytesPerGigabyte, shieldSubscription, shieldTransfer as transferPrice } from '#core/money/prices.ts'
import { totalOf, type UsageCell } from '#core/money/usage.ts'
import { itemOf, type Meter, tieredItems } from './meter.ts'

const service = 'AWS Shield' as const
const gigabytes = ({ bytes }: UsageCell) => bytes / bytesPerGigabyte

export const shieldAdvanced: Meter = {
  id: 'shield-advanced',
  what: 'Shield Advanced, of which an organization pays one',
  items({ facts }) {
    const quantity = facts.hasShieldAdvanced ? 1 : 0
    return itemOf({ id: this.id, what: this.what, service, quantity, factor: null }, shieldSubscription)
  },
}

export const shieldTransfer: Meter = {
  id: 'shield-transfer',
  what: 'Transfer that Shield Advanced protects',
  items({ facts, usage }) {
    const quantity = facts.hasShieldAdvanced ? totalOf(usage, gigabytes) : 0
    const count = { id: this.id, what: this.what, service, quantity, factor: usage.factor, weight: gigabytes }
    return tieredItems(count, transferPrice)
  },
}
