import type { Rule } from '#core/rules/harness/rule.ts'
import { pricingPlanFeatureNotIncluded } from './feature-not-included.ts'
import { pricingPlanNeedsWebAcl } from './needs-web-acl.ts'
import { pricingPlanUnknown } from './unknown.ts'

export const pricingPlanRules: readonly Rule[] = [
  pricingPlanFeatureNotIncluded,
  pricingPlanNeedsWebAcl,
  pricingPlanUnknown,
]
