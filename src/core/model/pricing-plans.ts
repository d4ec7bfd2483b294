/**
 * CloudFront's flat-rate pricing plans, read on 2026-11-29.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html and
 * https://docs.aws.amazon.com/PricingPlanManager/latest/UserGuide/plans.html
 */
export const plansSource =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html'
export const plansChecked = '2026-11-29'

/** From the smallest to the largest; a tier has everything that those before it have. */
export const planTiers = ['FREE', 'PRO', 'BUSINESS', 'PREMIUM'] as const
export type PlanTier = (typeof planTiers)[number]

export const tierNames: Readonly<Record<PlanTier, string>> = {
  FREE: 'Free',
  PRO: 'Pro',
  BUSINESS: 'Business',
  PREMIUM: 'Premium',
}

export interface PricingPlan {
  readonly name: string
  readonly tier: PlanTier
  /** `UsageLevel` of a subscription. */
  readonly level: string
  /** US dollars a month. */
  readonly price: number
  /** A month's allowance, which is no hard limit: what is above it costs nothing and may be slowed. */
  readonly requests: number
  readonly gigabytes: number
}

const terabyte = 1024
const million = 1_000_000

const plan = (tier: PlanTier, price: number, requests: number, gigabytes: number): PricingPlan => ({
  name: tierNames[tier],
  tier,
  level: 'DEFAULT',
  price,
  requests: requests * million,
  gigabytes,
})
const premium = (level: number, price: number, requests: number, terabytes: number): PricingPlan => ({
  ...plan('PREMIUM', price, requests, terabytes * terabyte),
  name: `Premium ${terabytes} TB`,
  level: `CF_PREMIUM_L${level}`,
})

export const pricingPlans: readonly PricingPlan[] = [
  plan('FREE', 0, 1, 100),
  plan('PRO', 15, 10, 50 * terabyte),
  plan('BUSINESS', 200, 125, 50 * terabyte),
  plan('PREMIUM', 1000, 500, 50 * terabyte),
  premium(2, 1450, 750, 75),
  premium(3, 2250, 1250, 125),
  premium(4, 3500, 2000, 200),
  premium(5, 6000, 3500, 350),
  premium(6, 10_000, 6000, 600),
]

/** How many of each a plan allows. */
export const planLimits = {
  cacheBehaviors: { FREE: 5, PRO: 10, BUSINESS: 50, PREMIUM: 100 },
  wafRules: { FREE: 5, PRO: 25, BUSINESS: 50, PREMIUM: 75 },
} as const satisfies Readonly<Record<string, Readonly<Record<PlanTier, number>>>>
