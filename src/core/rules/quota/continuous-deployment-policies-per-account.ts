import { inAccount } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

export const quotaContinuousDeploymentPoliciesPerAccount = defineQuotaRule({
  name: 'continuous-deployment-policies-per-account',
  scope: 'account',
  summary: 'An account has at most 20 continuous deployment policies.',
  counted: 'continuous deployment policies',
  code: 'TooManyContinuousDeploymentPolicies',

  *usages({ document }) {
    yield* inAccount(document, 'ContinuousDeploymentPolicy')
  },
})
