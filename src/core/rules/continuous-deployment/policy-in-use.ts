import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasPolicy } from '#core/rules/lookup/continuous-deployment-links.ts'
import { repeatedTogether } from '#core/rules/lookup/walk.ts'

export const continuousDeploymentPolicyInUse = defineRule({
  id: 'continuous-deployment/policy-in-use',
  severity: 'error',
  sees: 'all',
  summary: 'A continuous deployment policy is attached to two distributions.',
  why: 'CloudFront answers ContinuousDeploymentPolicyInUse where a second primary distribution names it.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_UpdateDistribution.html',
  code: 'ContinuousDeploymentPolicyInUse',

  *check({ document }) {
    const attached = distributionsIn(document).filter(
      ({ config }) => hasPolicy(config) && known(config.Staging) !== true,
    )
    const repeated = repeatedTogether(
      attached,
      (one) => one,
      ({ config }) => nameOf(config.ContinuousDeploymentPolicyId),
    )
    for (const { id, config, path } of repeated)
      yield {
        path: [...path, 'ContinuousDeploymentPolicyId'],
        message: `The policy “${nameOf(config.ContinuousDeploymentPolicyId)}” of “${id}” is attached to another distribution too, so CloudFront answers ContinuousDeploymentPolicyInUse; give each its own.`,
      }
  },
})
