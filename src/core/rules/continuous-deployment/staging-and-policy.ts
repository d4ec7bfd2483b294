import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasPolicy } from '#core/rules/lookup/continuous-deployment-links.ts'

export const continuousDeploymentStagingAndPolicy = defineRule({
  id: 'continuous-deployment/staging-and-policy',
  severity: 'error',
  summary: 'A staging distribution has a continuous deployment policy of its own.',
  why: 'The policy is attached to the primary distribution; CloudFront refuses it on a staging distribution.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (known(config.Staging) !== true || !hasPolicy(config)) continue
      const field = [...path, 'ContinuousDeploymentPolicyId']
      yield {
        path: field,
        message: `“${id}” is a staging distribution with a continuous deployment policy, which CloudFront refuses; attach the policy to the primary distribution only.`,
        suggestions: [removeAt(field, 'Remove the policy')],
      }
    }
  },
})
