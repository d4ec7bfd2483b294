/** Every rule. A new rule is one file, its examples beside it, and one line in its group's index. */
import { accessRules } from './access/index.ts'
import { aliasRules } from './alias/index.ts'
import { behaviorRules } from './behavior/index.ts'
import { cachePolicyRules } from './cache-policy/index.ts'
import { certificateRules } from './certificate/index.ts'
import { configRules } from './config/index.ts'
import { continuousDeploymentRules } from './continuous-deployment/index.ts'
import { costRules } from './cost/index.ts'
import { errorsRules } from './errors/index.ts'
import { fleRules } from './fle/index.ts'
import { functionRules } from './function/index.ts'
import { geoRules } from './geo/index.ts'
import { groupRules } from './group/index.ts'
import type { Rule } from './harness/rule.ts'
import { invalidationRules } from './invalidation/index.ts'
import { lambdaEdgeRules } from './lambda-edge/index.ts'
import { loggingRules } from './logging/index.ts'
import { mediaRules } from './media/index.ts'
import { networkRules } from './network/index.ts'
import { originRules } from './origin/index.ts'
import { originRequestPolicyRules } from './origin-request-policy/index.ts'
import { pricingPlanRules } from './pricing-plan/index.ts'
import { quotaRules } from './quota/index.ts'
import { responseHeadersPolicyRules } from './response-headers-policy/index.ts'
import { securityRules } from './security/index.ts'
import { tenantRules } from './tenant/index.ts'

export const rules: readonly Rule[] = [
  ...accessRules,
  ...aliasRules,
  ...behaviorRules,
  ...cachePolicyRules,
  ...certificateRules,
  ...configRules,
  ...continuousDeploymentRules,
  ...costRules,
  ...errorsRules,
  ...fleRules,
  ...functionRules,
  ...geoRules,
  ...groupRules,
  ...invalidationRules,
  ...lambdaEdgeRules,
  ...loggingRules,
  ...mediaRules,
  ...networkRules,
  ...originRules,
  ...originRequestPolicyRules,
  ...pricingPlanRules,
  ...quotaRules,
  ...responseHeadersPolicyRules,
  ...securityRules,
  ...tenantRules,
]
