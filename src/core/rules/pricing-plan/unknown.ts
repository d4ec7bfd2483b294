import { planTiers, pricingPlans } from '#core/model/pricing-plans.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { textIn } from '#core/rules/lookup/foreign.ts'
import { subscriptionsIn } from '#core/rules/lookup/subscriptions.ts'

const tiers: readonly string[] = planTiers
/** `CF_PREMIUM_L7` is in the schema's list, though no page names its price. */
const levels: readonly string[] = [...new Set(pricingPlans.map(({ level }) => level)), 'CF_PREMIUM_L7']
const inWords = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')

export const pricingPlanUnknown = defineRule({
  id: 'pricing-plan/unknown',
  severity: 'error',
  sees: 'shared',
  summary: 'A subscription names a plan that does not exist.',
  why: 'A subscription names a family (only “CloudFront”), a tier and, for Premium alone, a usage level above the default. CloudFormation refuses other values.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-pricingplanmanager-subscription.html',
  code: null,

  *check({ document }) {
    for (const { id, path, tier, level, config } of subscriptionsIn(document)) {
      const family = textIn(config['PlanFamily'])
      if (family !== undefined && family !== 'CloudFront')
        yield {
          path: [...path, 'PlanFamily'],
          message: `“${id}” names the plan family “${family}”; there is only “CloudFront”.`,
        }
      if (tier !== undefined && !tiers.includes(tier))
        yield {
          path: [...path, 'PlanTier'],
          message: `“${id}” names the plan “${tier}”; there are ${inWords(tiers)}.`,
        }
      if (level === undefined || level === 'DEFAULT') continue
      if (!levels.includes(level))
        yield {
          path: [...path, 'UsageLevel'],
          message: `“${id}” names the usage level “${level}”; there are ${inWords(levels)}.`,
        }
      else if (tier !== undefined && tier !== 'PREMIUM')
        yield {
          path: [...path, 'UsageLevel'],
          message: `“${id}” names the usage level “${level}”, which only the Premium plan has; take it out, or choose “PREMIUM”.`,
        }
    }
  },
})
