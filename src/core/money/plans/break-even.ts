/** From how many requests of the same mix on a plan is cheaper than pay as you go. */
import type { PricingPlan } from '#core/model/pricing-plans.ts'
import { bytesPerGigabyte } from '#core/money/prices.ts'
import { requestsIn, totalOf, type Usage, type UsageCell } from '#core/money/usage.ts'

export interface BreakEven {
  /** The smallest whole number of requests a month for which pay as you go costs more. */
  readonly requests: number
  readonly gigabytes: number
  readonly isWithinAllowance: boolean
}

const scaledCell = (cell: UsageCell, scale: number): UsageCell => ({
  ...cell,
  http: cell.http * scale,
  https: cell.https * scale,
  bytes: cell.bytes * scale,
  uploads: cell.uploads * scale,
  shielded: cell.shielded * scale,
  cloudFrontRuns: cell.cloudFrontRuns * scale,
  storeReads: cell.storeReads * scale,
  lambdaRuns: cell.lambdaRuns * scale,
  encrypted: cell.encrypted * scale,
  recorded: cell.recorded * scale,
})

/** The same mix with another number of requests; invalidations stay as many. */
export const withRequests = (usage: Usage, requests: number): Usage => {
  const scale = requests / totalOf(usage, requestsIn)
  return { ...usage, cells: usage.cells.map((cell) => scaledCell(cell, scale)) }
}

/** Less than that is a matter of rounding. */
const leastDollars = 1e-9
/** More requests than any plan is for. */
const most = 2 ** 43

/** `covered` is what pay as you go takes for what the plan covers; it never falls as the use grows. */
export function breakEvenOf(
  usage: Usage,
  plan: PricingPlan,
  covered: (usage: Usage) => number,
): BreakEven | null {
  const asked = totalOf(usage, requestsIn)
  if (asked === 0) return null
  const costsMore = (requests: number) => covered(withRequests(usage, requests)) > plan.price + leastDollars
  if (!costsMore(most)) return null
  let low = 0
  let high = most
  if (!costsMore(0))
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (costsMore(middle)) high = middle
      else low = middle
    }
  else high = 0
  const gigabytes = (totalOf(usage, ({ bytes }) => bytes) * (high / asked)) / bytesPerGigabyte
  return {
    requests: high,
    gigabytes,
    isWithinAllowance: high <= plan.requests && gigabytes <= plan.gigabytes,
  }
}
