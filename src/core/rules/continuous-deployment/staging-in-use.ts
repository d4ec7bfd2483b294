import { resourcesOf } from '#core/model/distribution.ts'
import { isUnknown } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { repeatedTogether } from '#core/rules/lookup/walk.ts'

export const continuousDeploymentStagingInUse = defineRule({
  id: 'continuous-deployment/staging-in-use',
  severity: 'error',
  sees: 'shared',
  summary: 'A staging distribution belongs to two continuous deployment policies.',
  why: 'CloudFront answers StagingDistributionInUse where a second policy names it.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateContinuousDeploymentPolicy.html',
  code: 'StagingDistributionInUse',

  *check({ document }) {
    const named = resourcesOf(document, 'ContinuousDeploymentPolicy').flatMap((policy) =>
      (policy.config.StagingDistributionDnsNames ?? []).map((name, index) => ({
        policy,
        name: isUnknown(name) ? undefined : nameOf(name),
        path: [...policy.path, 'StagingDistributionDnsNames', index],
      })),
    )
    const repeated = repeatedTogether(
      named,
      (one) => one.policy,
      (one) => one.name,
    )
    for (const {
      policy: { id },
      path,
      name,
    } of repeated)
      yield {
        path,
        message: `“${id}” names the staging distribution “${name}”, which another policy names already, so CloudFront answers StagingDistributionInUse; use a staging distribution of its own.`,
      }
  },
})
