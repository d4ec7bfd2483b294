/** The flat-rate plan that a template subscribes a distribution to. */
import type { DesignDocument } from '#core/model/document.ts'
import { type PricingPlan, pricingPlans } from '#core/model/pricing-plans.ts'
import { subscriptionsOf } from '#core/rules/lookup/subscriptions.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

export interface Subscribed {
  readonly id: string
  readonly tier: string | null
  readonly level: string
  /** The plan's name, null where the deployment decides it or there is none such. */
  readonly plan: string | null
  readonly price: number | null
}

const planOf = (tier: string | undefined, level: string): PricingPlan | undefined =>
  pricingPlans.find((plan) => plan.tier === tier && plan.level === level)

export function subscriptionOf(
  document: DesignDocument,
  distribution: PlacedDistribution,
): Subscribed | null {
  const [first] = subscriptionsOf(document, distribution)
  if (!first) return null
  const level = first.level ?? 'DEFAULT'
  const plan = planOf(first.tier, level)
  return {
    id: first.id,
    tier: first.tier ?? null,
    level,
    plan: plan?.name ?? null,
    price: plan?.price ?? null,
  }
}
