import { distributionsIn } from '#core/model/distribution.ts'
import { type PlanTier, plansSource, planTiers, tierNames } from '#core/model/pricing-plans.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isBarred, planBars } from '#core/rules/lookup/plan-bars.ts'
import { subscriptionsOf } from '#core/rules/lookup/subscriptions.ts'

const isTier = (text: string | undefined): text is PlanTier =>
  (planTiers as readonly (string | undefined)[]).includes(text)

/** Where it would be. */
const elsewhere = (least: PlanTier | null) =>
  least === null ? 'nor of any other' : `but of the ${tierNames[least]} plan`

export const pricingPlanFeatureNotIncluded = defineRule({
  id: 'pricing-plan/feature-not-included',
  covers: ['cost/flat-rate-plan'],
  severity: 'error',
  sees: 'all',
  summary: 'A setting is not part of the flat-rate plan.',
  why: 'A distribution that a subscription covers may only have what its plan includes: CloudFront refuses the subscription, and later each update that adds such a setting (“Distributions with the Free pricing plan can’t have the following features”). Some features are in no plan at all.',
  docs: plansSource,
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { id, tier } of subscriptionsOf(document, distribution)) {
        if (!isTier(tier)) continue
        const bars = planBars(document, distribution).filter((bar) => isBarred(bar, tier))
        for (const { what, remedy, least, path, fix } of bars)
          yield {
            path,
            message: `${what} is not part of the ${tierNames[tier]} plan that “${id}” subscribes “${distribution.id}” to, ${elsewhere(least)}. ${remedy}`,
            ...(fix && { suggestions: [fix] }),
          }
      }
  },
})
