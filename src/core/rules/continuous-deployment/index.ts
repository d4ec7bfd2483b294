import type { Rule } from '#core/rules/harness/rule.ts'
import { continuousDeploymentCompletionTimeout } from './completion-timeout.ts'
import { continuousDeploymentHeaderPrefix } from './header-prefix.ts'
import { continuousDeploymentHttp3 } from './http3.ts'
import { continuousDeploymentMultiTenant } from './multi-tenant.ts'
import { continuousDeploymentPathSubset } from './path-subset.ts'
import { continuousDeploymentPolicyInUse } from './policy-in-use.ts'
import { continuousDeploymentPrimaryDisabled } from './primary-disabled.ts'
import { continuousDeploymentStagingAndPolicy } from './staging-and-policy.ts'
import { continuousDeploymentStagingDns } from './staging-dns.ts'
import { continuousDeploymentStagingInUse } from './staging-in-use.ts'
import { continuousDeploymentStickiness } from './stickiness.ts'
import { continuousDeploymentTypeConfig } from './type-config.ts'
import { continuousDeploymentUnused } from './unused.ts'
import { continuousDeploymentWafPlan } from './waf-plan.ts'
import { continuousDeploymentWeight } from './weight.ts'

export const continuousDeploymentRules: readonly Rule[] = [
  continuousDeploymentHeaderPrefix,
  continuousDeploymentHttp3,
  continuousDeploymentMultiTenant,
  continuousDeploymentPathSubset,
  continuousDeploymentPolicyInUse,
  continuousDeploymentPrimaryDisabled,
  continuousDeploymentStagingAndPolicy,
  continuousDeploymentStagingDns,
  continuousDeploymentStagingInUse,
  continuousDeploymentStickiness,
  continuousDeploymentTypeConfig,
  continuousDeploymentWafPlan,
  continuousDeploymentWeight,
  continuousDeploymentUnused,
  continuousDeploymentCompletionTimeout,
]
