/** `frontage cost`: a month's bill, and what the other plan would cost. */
import { failed, ok, type Result } from '#core/ground/result.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { type Bill, type BillOptions, billOf } from '#core/money/bill.ts'
import { type MoneyFacts, moneyFacts } from '#core/money/facts.ts'
import { type Guess, usageOfGuess } from '#core/money/guess.ts'
import { type Advice, advise, barOf } from '#core/money/plans/advise.ts'
import { type Subscribed, subscriptionOf } from '#core/money/plans/subscription.ts'
import type { PriceRegion } from '#core/money/regions.ts'
import type { Usage } from '#core/money/usage.ts'
import { fieldNamesIn, fieldOrdersFor } from '#core/replay/read/told-fields.ts'
import { monthOf } from '#core/replay/report/usage.ts'
import { replayLogs } from '#core/replay/serve/run.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { type BucketOptions, bucketOptionsOf, ownLogs } from './bucket-logs.ts'
import { costText } from './cost-text.ts'
import { publicPointer } from './diagnostics.ts'
import { logSources } from './log-files.ts'
import { createSandbox } from './sandbox.ts'
import { failureLines, oneDistribution, openSource } from './source.ts'
import { exitStatus, print, tell } from './status.ts'

export interface CostCommandOptions extends Partial<BucketOptions> {
  readonly log: readonly string[]
  readonly fields?: string
  readonly requests?: number
  readonly bytes?: number
  readonly gb?: number
  readonly uploads?: number
  readonly invalidatePaths?: number
  /** From 0 to 1, as are the other shares. */
  readonly hitRatio?: number
  readonly http?: number
  readonly from?: Readonly<Record<string, number>>
  readonly share?: Readonly<Record<string, number>>
  readonly tenants?: number
  readonly lambdaMs?: number
  readonly savingsBundle: boolean
  /** From 0 to 1. */
  readonly agreedDiscount?: number
  readonly shieldAdvanced?: boolean
  readonly freeTier: boolean
  readonly format: 'text' | 'json'
  readonly distribution?: string
  readonly parameters: Readonly<Record<string, string>>
}

/** Everything that the command found out, as it prints it. */
export interface Costs {
  readonly design: LogicalId
  readonly bill: Bill
  readonly advice: Advice
  readonly subscription: Subscribed | null
  readonly settingOf: (path: readonly (string | number)[]) => string
}

const sumsTo = (shares: Readonly<Record<string, number>> | undefined) =>
  Object.values(shares ?? {}).reduce((sum, share) => sum + share, 0)
const isAll = (sum: number) => Math.abs(sum - 1) < 1e-6

/** What is off about the call, in a sentence; undefined where nothing is. */
function misuse(options: CostCommandOptions, facts: MoneyFacts): string | undefined {
  const guessed = [options.requests, options.bytes, options.gb].some((figure) => figure !== undefined)
  if (options.log.length > 0 && guessed)
    return 'Give a log or a month’s figures, not both: --log, or --requests with --bytes.'
  if (options.bytes !== undefined && options.gb !== undefined) return 'Give --bytes or --gb, not both.'
  if (options.from && !isAll(sumsTo(options.from))) return 'The shares of --from must come to 100 percent.'
  const patterns = facts.behaviors.map(({ pattern }) => pattern)
  const unknown = Object.keys(options.share ?? {}).find((pattern) => !patterns.includes(pattern))
  if (unknown !== undefined)
    return `--share: there is no behavior “${unknown}” here; it has ${patterns.map((each) => `“${each}”`).join(', ')}.`
  if (sumsTo(options.share) > 1 + 1e-6) return 'The shares of --share must not come to more than 100 percent.'
  return undefined
}

function guessOf(options: CostCommandOptions): Guess {
  const {
    requests = 0,
    bytes = options.gb ?? 0,
    uploads,
    invalidatePaths,
    hitRatio,
    http,
    from,
    share,
  } = options
  return {
    requests,
    bytes,
    ...(uploads !== undefined && { uploads }),
    ...(invalidatePaths !== undefined && { invalidationPaths: invalidatePaths }),
    ...(hitRatio !== undefined && { hitRatio }),
    ...(http !== undefined && { httpShare: http }),
    // The option takes names of regions alone.
    ...(from && { regions: from as Partial<Record<PriceRegion, number>> }),
    ...(share && { behaviors: share }),
  }
}

async function usageOfLog(
  document: DesignDocument,
  id: LogicalId,
  facts: MoneyFacts,
  options: CostCommandOptions,
): Promise<Result<Usage, string[]>> {
  const logs = options.log.map((path) => (path === 's3://' ? (ownLogs(document, id) ?? path) : path))
  const sources = await logSources(logs, bucketOptionsOf(options))
  if (!sources.ok) return sources
  const distribution = compile(document, id)
  const runner = createSandbox()
  try {
    const { summary } = await replayLogs({
      distribution,
      sources: sources.value,
      fieldOrders: fieldOrdersFor(document, fieldNamesIn(options.fields ?? '')),
      runner,
      cost: { facts },
    })
    return summary.served === 0
      ? failed(['No request could be read from the log, so there is nothing to price.'])
      : ok(monthOf(summary, distribution, facts).usage)
  } finally {
    runner.dispose()
  }
}

/** As section 6 of the contract has it, and beside it what a person would ask next. */
const toJson = ({ design, bill, advice, subscription, settingOf }: Costs) => ({
  design,
  month: bill,
  plans: advice.plans.map(({ bars, ...plan }) => ({
    ...plan,
    bars: bars.map((bar) => barOf(bar, settingOf)),
  })),
  best: advice.best,
  notes: advice.notes,
  subscription,
})

export async function cost(file: string, options: CostCommandOptions): Promise<number> {
  const refuse = (lines: readonly string[]) => {
    for (const line of lines) tell(line)
    return exitStatus.unreadable
  }
  const opened = await openSource(file, options.parameters)
  if (!opened.ok) return refuse(failureLines(opened.error))
  const { document } = opened.value
  const chosen = oneDistribution(document, options.distribution)
  if (!chosen.ok) return refuse([`${file}: ${chosen.error}`])
  const id = chosen.value
  const ofDesign = moneyFacts(document, id)
  const facts = options.tenants === undefined ? ofDesign : { ...ofDesign, tenants: options.tenants }
  const wrong = misuse(options, facts)
  if (wrong !== undefined) return refuse([wrong])
  const usage =
    options.log.length > 0
      ? await usageOfLog(document, id, facts, options)
      : ok(usageOfGuess(facts, guessOf(options)))
  if (!usage.ok) return refuse(usage.error)
  if (
    options.log.length === 0 &&
    options.requests === undefined &&
    options.bytes === undefined &&
    options.gb === undefined
  )
    tell('Without --log or --requests and --bytes, only what is the same each month is priced.')
  const costs = costsOf(document, id, facts, usage.value, options)
  await print(options.format === 'json' ? JSON.stringify(toJson(costs), null, 2) : costText(costs))
  return exitStatus.ok
}

function costsOf(
  document: DesignDocument,
  id: LogicalId,
  facts: MoneyFacts,
  usage: Usage,
  options: CostCommandOptions,
): Costs {
  const settings: BillOptions = {
    hasFreeTier: options.freeTier,
    hasSavingsBundle: options.savingsBundle,
    hasShieldAdvanced: options.shieldAdvanced === true,
    ...(options.agreedDiscount !== undefined && { agreedDiscount: options.agreedDiscount }),
    ...(options.lambdaMs !== undefined && { lambdaMilliseconds: options.lambdaMs }),
  }
  const distribution = distributionsIn(document).find((placed) => placed.id === id)
  if (!distribution) throw new Error(`There is no distribution “${id}”.`)
  const bill = billOf(facts, usage, settings)
  return {
    design: id,
    bill,
    advice: advise(document, distribution, facts, usage, bill, settings),
    subscription: subscriptionOf(document, distribution),
    settingOf: (path) => publicPointer(document, path),
  }
}
