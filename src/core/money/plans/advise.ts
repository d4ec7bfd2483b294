/** A month on pay as you go beside each flat-rate plan. */
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { type PricingPlan, plansChecked, plansSource, pricingPlans } from '#core/model/pricing-plans.ts'
import { type Bill, type BillOptions, sumFor } from '#core/money/bill.ts'
import type { MoneyFacts } from '#core/money/facts.ts'
import type { BillItem } from '#core/money/meters/meter.ts'
import { bytesPerGigabyte } from '#core/money/prices.ts'
import { requestsIn, totalOf, type Usage } from '#core/money/usage.ts'
import { inDigits, inDollars } from '#core/money/words.ts'
import { barInWords, isBarred, type PlanBar, planBars } from '#core/rules/lookup/plan-bars.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'
import { type BreakEven, breakEvenOf } from './break-even.ts'

export interface AdvisedPlan {
  readonly name: string
  /** US dollars a month, of the plan alone. */
  readonly price: number
  /** With what the plan does not cover: Lambda@Edge, additional metrics, some deliveries of logs. */
  readonly total: number
  readonly fits: boolean
  readonly why: string
  readonly bars: readonly PlanBar[]
  readonly allowance: { readonly requests: number; readonly gigabytes: number } | null
  /** From where on pay as you go costs more than the plan; null where it never does within the allowance. */
  readonly breakEven: BreakEven | null
  readonly source: string
  readonly dated: string
}

export interface Advice {
  readonly plans: readonly AdvisedPlan[]
  /** The cheapest that fits. */
  readonly best: string
  readonly notes: readonly string[]
}

/**
 * What a plan leaves to be paid as one goes.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html#features-affect-pricing-plan
 */
const notCovered: ReadonlySet<string> = new Set([
  'lambda-edge-requests',
  'lambda-edge-duration',
  'additional-metrics',
  'standard-logs-firehose',
  'standard-logs-parquet',
])
const isCovered = ({ id }: BillItem) => !notCovered.has(id.split('/')[0] ?? '')
const extrasOf = (items: readonly BillItem[]) =>
  items.filter((item) => !isCovered(item)).reduce((sum, { amount }) => sum + amount, 0)

interface Month {
  readonly requests: number
  readonly gigabytes: number
}

/** What of the month the plan's allowance does not hold, in words. */
function excess({ requests, gigabytes }: Month, plan: PricingPlan): string[] {
  return [
    ...(requests > plan.requests
      ? [`${inDigits(requests)} requests are more than the ${inDigits(plan.requests)} of its allowance`]
      : []),
    ...(gigabytes > plan.gigabytes
      ? [`${inDigits(gigabytes)} GB are more than the ${inDigits(plan.gigabytes)} GB of its allowance`]
      : []),
  ]
}

function whyOf(
  plan: PricingPlan,
  month: Month,
  bars: readonly PlanBar[],
  total: number,
  asYouGo: number,
): string {
  const over = excess(month, plan)
  if (bars.length > 0 || over.length > 0)
    return [
      ...(bars.length === 1 ? ['One setting of the design stands in its way'] : []),
      ...(bars.length > 1 ? [`${bars.length} settings of the design stand in its way`] : []),
      ...over,
    ]
      .join('; ')
      .concat('.')
  const difference = asYouGo - total
  return difference >= 0
    ? `It costs ${inDollars(difference)} a month less than pay as you go.`
    : `It costs ${inDollars(-difference)} a month more than pay as you go.`
}

/** The cheapest of several, the first of equals. */
const cheapest = (plans: readonly AdvisedPlan[]) =>
  plans.reduce((best, plan) => (plan.total < best.total ? plan : best))

const notesOf = ({ webAcl, priceClass }: MoneyFacts): string[] => [
  ...(webAcl === null
    ? ['A plan needs a web ACL, which it pays for and which cannot be taken off; this design has none.']
    : []),
  ...(priceClass === 'PriceClass_All'
    ? []
    : [
        `The API has been seen to refuse “${priceClass}” on the Free plan (“Price class” among the features that it cannot have); AWS's page does not name it.`,
      ]),
  'An allowance is no hard limit: a plan has no overage charges, and who is above it for months may be slowed. Requests that AWS WAF blocks do not count.',
  'AWS gives a plan for one distribution with one apex domain, three Free ones for an account, and none to accounts on the AWS Free Tier.',
]

export function advise(
  document: DesignDocument,
  distribution: PlacedDistribution,
  facts: MoneyFacts,
  usage: Usage,
  bill: Bill,
  options: BillOptions = {},
): Advice {
  const month = {
    requests: totalOf(usage, requestsIn),
    gigabytes: totalOf(usage, ({ bytes }) => bytes) / bytesPerGigabyte,
  }
  const all = planBars(document, distribution)
  const extras = extrasOf(bill.items)
  const payAsYouGo: AdvisedPlan = {
    name: 'Pay as you go',
    price: bill.total,
    total: bill.total,
    fits: true,
    why: 'Everything is billed by use, after the always-free tier.',
    bars: [],
    allowance: null,
    breakEven: null,
    source: 'https://aws.amazon.com/cloudfront/pricing/pay-as-you-go/',
    dated: plansChecked,
  }
  const flat = pricingPlans.map((plan): AdvisedPlan => {
    const bars = all.filter((bar) => isBarred(bar, plan.tier))
    const total = plan.price + extras
    return {
      name: plan.name,
      price: plan.price,
      total,
      fits: bars.length === 0 && excess(month, plan).length === 0,
      why: whyOf(plan, month, bars, total, bill.total),
      bars,
      allowance: { requests: plan.requests, gigabytes: plan.gigabytes },
      breakEven: breakEvenOf(usage, plan, (scaled) => sumFor(facts, scaled, options, isCovered)),
      source: plansSource,
      dated: plansChecked,
    }
  })
  const plans = [payAsYouGo, ...flat]
  return { plans, best: cheapest(plans.filter(({ fits }) => fits)).name, notes: notesOf(facts) }
}

/** A bar as the command prints it. */
export const barOf = (bar: PlanBar, settingOf: (path: Path) => string) => ({
  setting: settingOf(bar.path),
  text: barInWords(bar),
  source: bar.source,
})
