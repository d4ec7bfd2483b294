import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaContinuousDeploymentPoliciesPerAccount = defineQuotaRule({
  name: 'continuous-deployment-policies-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 20 continuous deployment policies.',
  counted: 'continuous deployment policies',
  code: 'TooManyContinuousDeploymentPolicies',

  *usages({ document }) {
    yield* inAccount(document, 'ContinuousDeploymentPolicy')
  },
})
