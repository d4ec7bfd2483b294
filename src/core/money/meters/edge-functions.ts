import {
  freeTier,
  cloudFrontFunctions as functionPrice,
  lambdaRequests,
  lambdaSeconds,
  storeReads as readPrice,
} from '#core/money/prices.ts'
import { totalOf, type UsageCell } from '#core/money/usage.ts'
import { inDigits } from '#core/money/words.ts'
import { itemOf, type Meter } from './meter.ts'

export const cloudFrontFunctions: Meter = {
  id: 'cloudfront-functions',
  what: 'CloudFront Functions',
  items({ usage, hasFreeTier }) {
    const weight = ({ cloudFrontRuns }: UsageCell) => cloudFrontRuns
    const { factor } = usage
    const free = hasFreeTier ? freeTier.functions : 0
    return itemOf(
      { id: this.id, what: this.what, quantity: totalOf(usage, weight), free, factor, weight },
      functionPrice,
    )
  },
}

export const storeReads: Meter = {
  id: 'key-value-store-reads',
  what: 'Reads of key value stores',
  items({ usage, hasFreeTier }) {
    const weight = ({ storeReads: reads }: UsageCell) => reads
    const { factor } = usage
    const free = hasFreeTier ? freeTier.storeReads : 0
    return itemOf(
      { id: this.id, what: this.what, quantity: totalOf(usage, weight), free, factor, weight },
      readPrice,
    )
  },
}

/** Lambda@Edge has no free tier: https://aws.amazon.com/lambda/pricing/ */
export const lambdaRuns: Meter = {
  id: 'lambda-edge-requests',
  what: 'Lambda@Edge requests',
  items({ usage }) {
    const weight = (cell: UsageCell) => cell.lambdaRuns
    const quantity = totalOf(usage, weight)
    const { factor } = usage
    return itemOf(
      { id: this.id, what: this.what, service: 'Lambda@Edge', quantity, factor, weight },
      lambdaRequests,
    )
  },
}

export const lambdaDuration: Meter = {
  id: 'lambda-edge-duration',
  what: 'Lambda@Edge duration',
  items({ usage, facts, lambdaMilliseconds }) {
    const memory = new Map(facts.behaviors.map(({ pattern, lambdaGigabytes }) => [pattern, lambdaGigabytes]))
    const weight = (cell: UsageCell) =>
      cell.lambdaRuns * (lambdaMilliseconds / 1000) * (memory.get(cell.behavior) ?? 0.125)
    const runs = totalOf(usage, ({ lambdaRuns: each }) => each)
    const quantity = totalOf(usage, weight)
    const how = `${inDigits(runs)} runs × ${lambdaMilliseconds} ms × ${inDigits(runs === 0 ? 0 : (quantity * 1000) / runs / lambdaMilliseconds)} GB = ${inDigits(quantity)}`
    return itemOf(
      { id: this.id, what: this.what, service: 'Lambda@Edge', quantity, factor: usage.factor, how, weight },
      lambdaSeconds,
    )
  },
}
