/** What costs the same each month, whatever is asked for. */
import {
  additionalMetrics,
  anycastIpList,
  dedicatedIp as dedicatedIpPrice,
  freeTenants,
  metric,
  subscribedTenants,
  tenant,
  tenantSubscription,
} from '#core/money/prices.ts'
import { type Count, itemOf, type Meter } from './meter.ts'

const once = (meter: Pick<Meter, 'id' | 'what'>, quantity: number): Count => ({
  id: meter.id,
  what: meter.what,
  quantity,
  factor: null,
})

export const dedicatedIp: Meter = {
  id: 'dedicated-ip',
  what: 'Dedicated IP addresses',
  items({ facts }) {
    return itemOf(once(this, facts.hasDedicatedIp ? 1 : 0), dedicatedIpPrice)
  },
}

export const anycastList: Meter = {
  id: 'anycast-ip-list',
  what: 'Anycast static IP list',
  items({ facts }) {
    return itemOf(once(this, facts.hasAnycastList ? 1 : 0), anycastIpList)
  },
}

export const metrics: Meter = {
  id: 'additional-metrics',
  what: 'Additional metrics',
  items({ facts }) {
    return itemOf(
      { ...once(this, facts.hasAdditionalMetrics ? additionalMetrics : 0), service: 'CloudWatch' },
      metric,
    )
  },
}

export const tenants: Meter = {
  id: 'distribution-tenants',
  what: 'Distribution tenants',
  items({ facts }) {
    const beyond = { ...once(this, facts.tenants), id: `${this.id}/beyond`, free: subscribedTenants }
    const subscription = { ...once(this, facts.tenants > freeTenants ? 1 : 0), id: `${this.id}/subscription` }
    return [...itemOf(subscription, tenantSubscription), ...itemOf(beyond, tenant)]
  },
}
