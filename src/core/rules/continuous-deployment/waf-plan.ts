import { resourcesOf } from '#core/model/distribution.ts'
import { isUnknown } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { primariesOf, stagingOf } from '#core/rules/lookup/continuous-deployment-links.ts'

export const continuousDeploymentWafPlan = defineRule({
  id: 'continuous-deployment/waf-plan',
  severity: 'info',
  sees: 'all',
  summary: 'The web ACL can no longer change once continuous deployment has begun.',
  why: 'While a policy is attached, a web ACL can be neither taken away nor put on a distribution that it was never on; the staging distribution is under the same one.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/continuous-deployment-quotas-considerations.html',
  code: null,

  *check({ document }) {
    for (const policy of resourcesOf(document, 'ContinuousDeploymentPolicy')) {
      const staging = stagingOf(document, policy)
      if (!staging || isUnknown(staging.config.WebACLId)) continue
      for (const primary of primariesOf(document, policy)) {
        const { WebACLId: own } = primary.config
        if (isUnknown(own) || nameOf(own) === nameOf(staging.config.WebACLId)) continue
        yield {
          path: [...staging.path, 'WebACLId'],
          message: `“${staging.id}” and its primary “${primary.id}” have different web ACLs, and CloudFront does not let a web ACL be exchanged while they are linked; give both the same one first.`,
        }
      }
    }
  },
})
