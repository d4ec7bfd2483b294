import { distributionsIn, resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const continuousDeploymentPrimaryDisabled = defineRule({
  id: 'continuous-deployment/primary-disabled',
  severity: 'warning',
  sees: 'all',
  summary: 'The continuous deployment policy or its staging distribution is disabled.',
  why: 'A disabled policy sends no traffic to staging, and a disabled staging distribution answers none.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ContinuousDeploymentPolicyConfig.html',
  code: null,

  *check({ document }) {
    for (const policy of resourcesOf(document, 'ContinuousDeploymentPolicy')) {
      if (known(policy.config.Enabled) !== false) continue
      const field = [...policy.path, 'Enabled']
      yield {
        path: field,
        message: `The policy “${policy.id}” is disabled, so all viewers stay with the primary distribution; enable it to send some to staging.`,
        suggestions: [setAt(field, true, 'Enable the policy')],
      }
    }
    for (const { id, config, path } of distributionsIn(document)) {
      if (known(config.Staging) !== true || known(config.Enabled) !== false) continue
      const field = [...path, 'Enabled']
      yield {
        path: field,
        message: `The staging distribution “${id}” is disabled, so viewers sent to it get errors; enable it.`,
        suggestions: [setAt(field, true, 'Enable the distribution')],
      }
    }
  },
})
