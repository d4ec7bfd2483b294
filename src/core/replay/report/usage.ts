/** What a replay's month brings, for the bill. */
import type { MoneyFacts } from '#core/money/facts.ts'
import { priceRegionOf } from '#core/money/regions.ts'
import type { Usage, UsageCell } from '#core/money/usage.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import { popByCode } from '#core/trace/engine/pops.ts'
import { cellsOf } from './summarize.ts'
import type { Summary } from './summary.ts'

export interface MonthOfLog {
  readonly usage: Usage
  /** Hours that the log covers, and by what its figures were multiplied to make a month. */
  readonly hours: number
  readonly factor: number
}

const monthHours = 730
/** A shorter log says too little about a month's hours; it is taken as this much. */
const leastHours = 1 / 60

const usualPlace = 'FRA56'

interface Sums {
  readonly behavior: string
  readonly target: string
  readonly region: UsageCell['region']
  http: number
  https: number
  bytes: number
  uploads: number
  shielded: number
  cloudFrontRuns: number
  lambdaRuns: number
  encrypted: number
}

/** The log's own figures by behavior and region. */
function sumsOf(summary: Summary, { behaviors }: CompiledDistribution): Sums[] {
  const found = new Map<string, Sums>()
  for (const { outcome, place, requests, bytes, uploads, encrypted } of cellsOf(summary)) {
    const behavior = outcome.pattern ?? behaviors[outcome.behavior]?.pattern ?? '*'
    const region = priceRegionOf(popByCode(place || usualPlace).country)
    const key = `${region} ${behavior}`
    const sums = found.get(key) ?? {
      behavior,
      target: behaviors[outcome.behavior]?.target.id ?? '',
      region,
      ...{ http: 0, https: 0, bytes: 0, uploads: 0, shielded: 0 },
      ...{ cloudFrontRuns: 0, lambdaRuns: 0, encrypted: 0 },
    }
    found.set(key, sums)
    sums[outcome.isHttps ? 'https' : 'http'] += requests
    sums.bytes += bytes
    if (outcome.originRequests > 0) sums.uploads += uploads
    sums.encrypted += encrypted
    if (outcome.askedShield) sums.shielded += requests
    sums.cloudFrontRuns += outcome.cloudFrontFunctions * requests
    sums.lambdaRuns += outcome.lambdaFunctions * requests
  }
  // In an order of their own: which part of a log came first changes the last digit of a sum.
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sums]) => sums)
}

/** What logs do not tell of a month, in sentences. */
function assumptionsOf({ behaviors }: MoneyFacts, hours: number, factor: number): string[] {
  const inDigits = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 6 })
  return [
    `The log covers ${inDigits(hours)} hours; every figure is multiplied by ${inDigits(factor)} to make a month of ${monthHours} hours, as if every hour were like the log's.`,
    ...(hours < 24 ? ['The log is shorter than a day, so the estimate says little about a month.'] : []),
    ...(behaviors.some(({ storeFunctions }) => storeFunctions > 0)
      ? ['A function reads its key value store once in each run.']
      : []),
    ...(behaviors.some(({ encrypts }) => encrypts)
      ? [
          'Where the log has no “fle-status”, POST and PUT requests of behaviors with field-level encryption are taken as encrypted.',
        ]
      : []),
  ]
}

export function monthOf(summary: Summary, distribution: CompiledDistribution, facts: MoneyFacts): MonthOfLog {
  const span = (summary.last - summary.first) / 3_600_000
  const hours = Number.isFinite(span) ? Math.max(leastHours, span) : leastHours
  const factor = Number.isFinite(span) ? monthHours / hours : 0
  const byPattern = new Map(facts.behaviors.map((behavior) => [behavior.pattern, behavior]))
  const cells = sumsOf(summary, distribution).map((sums): UsageCell => {
    const { behavior, target, region } = sums
    const settings = byPattern.get(behavior)
    const storeShare = settings && settings.functions > 0 ? settings.storeFunctions / settings.functions : 0
    return {
      behavior,
      target,
      region,
      http: sums.http * factor,
      https: sums.https * factor,
      bytes: sums.bytes * factor,
      uploads: sums.uploads * factor,
      shielded: sums.shielded * factor,
      cloudFrontRuns: sums.cloudFrontRuns * factor,
      storeReads: sums.cloudFrontRuns * storeShare * factor,
      lambdaRuns: sums.lambdaRuns * factor,
      encrypted: settings?.encrypts ? sums.encrypted * factor : 0,
      recorded: (sums.http + sums.https) * (settings?.recordedShare ?? 0) * factor,
    }
  })
  return {
    usage: {
      cells,
      invalidationPaths: summary.invalidatedPaths * factor,
      factor,
      assumptions: assumptionsOf(facts, hours, factor),
    },
    hours,
    factor,
  }
}
