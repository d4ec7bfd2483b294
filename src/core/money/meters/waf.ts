/** https://aws.amazon.com/waf/pricing/ */
import type { MoneyFacts } from '#core/money/facts.ts'
import { wafRequests as requestPrice, wafRule, webAcl as webAclPrice } from '#core/money/prices.ts'
import { requestsIn, totalOf } from '#core/money/usage.ts'
import { itemOf, type Meter } from './meter.ts'

const service = 'AWS WAF'

/** Shield Advanced pays for the web ACL, its rules and the requests of what it protects. */
const isPaid = ({ webAcl, hasShieldAdvanced }: MoneyFacts) => webAcl !== null && !hasShieldAdvanced

export const webAcl: Meter = {
  id: 'waf-web-acl',
  what: 'Web ACL',
  items({ facts }) {
    const quantity = isPaid(facts) ? 1 : 0
    return itemOf({ id: this.id, what: this.what, service, quantity, factor: null }, webAclPrice)
  },
}

export const wafRules: Meter = {
  id: 'waf-rules',
  what: 'Rules of the web ACL',
  items({ facts }) {
    const quantity = isPaid(facts) ? (facts.webAcl?.rules ?? 0) : 0
    return itemOf({ id: this.id, what: this.what, service, quantity, factor: null }, wafRule)
  },
}

/** Blocked requests are looked at too. */
export const wafRequests: Meter = {
  id: 'waf-requests',
  what: 'Requests that AWS WAF looks at',
  items({ facts, usage }) {
    const quantity = isPaid(facts) ? totalOf(usage, requestsIn) : 0
    return itemOf(
      { id: this.id, what: this.what, service, quantity, factor: usage.factor, weight: requestsIn },
      requestPrice,
    )
  },
}
