/** What a month like the log would cost at list prices; every figure comes with its arithmetic. */
import { type Bill, type BillOptions, billOf } from '#core/money/bill.ts'
import type { MoneyFacts } from '#core/money/facts.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import { cellsOf } from './summarize.ts'
import type { Summary } from './summary.ts'
import { monthOf } from './usage.ts'

/** The bill before the free tier, since designs and price classes are compared by what requests cost. */
export interface CostEstimate extends Bill {
  /** Hours that the log covers, and by what its figures were multiplied to make a month of 730 hours. */
  readonly hours: number
  readonly factor: number
  /** The total if this distribution alone used the account's free tier. */
  readonly totalAfterFreeTier: number
}

export interface CostOptions extends BillOptions {
  readonly facts: MoneyFacts
}

export function functionRuns(summary: Summary): { cloudFront: number; lambda: number } {
  let cloudFront = 0
  let lambda = 0
  for (const { outcome, requests } of cellsOf(summary)) {
    cloudFront += outcome.cloudFrontFunctions * requests
    lambda += outcome.lambdaFunctions * requests
  }
  return { cloudFront, lambda }
}

const byAmount = (bill: Bill): Bill => ({
  ...bill,
  items: [...bill.items].sort((a, b) => b.amount - a.amount),
})

/** The monthly estimate for a finished replay. */
export function estimateCost(
  summary: Summary,
  distribution: CompiledDistribution,
  { facts, ...options }: CostOptions,
): CostEstimate {
  const { usage, hours, factor } = monthOf(summary, distribution, facts)
  return {
    ...byAmount(billOf(facts, usage, { ...options, hasFreeTier: false })),
    hours,
    factor,
    totalAfterFreeTier: billOf(facts, usage, { ...options, hasFreeTier: true }).total,
  }
}
