import { freeTier, httpRequests as httpPrice, httpsRequests as httpsPrice } from '#core/money/prices.ts'
import { requestsIn, totalOf } from '#core/money/usage.ts'
import { regionalItems } from './by-region.ts'
import type { Meter, MeterContext } from './meter.ts'

/** The free requests are shared out by what each protocol and region has (inferred). */
function freeShare({ usage, hasFreeTier }: MeterContext): number {
  const all = totalOf(usage, requestsIn)
  return hasFreeTier && all > 0 ? Math.min(1, freeTier.requests / all) : 0
}

export const httpRequests: Meter = {
  id: 'http-requests',
  what: 'HTTP requests',
  items(context) {
    const counting = { id: this.id, what: this.what, freeShare: freeShare(context) }
    return regionalItems(context, { ...counting, quantityOf: ({ http }) => http }, httpPrice)
  },
}

export const httpsRequests: Meter = {
  id: 'https-requests',
  what: 'HTTPS requests',
  items(context) {
    const counting = { id: this.id, what: this.what, freeShare: freeShare(context) }
    return regionalItems(context, { ...counting, quantityOf: ({ https }) => https }, httpsPrice)
  },
}
