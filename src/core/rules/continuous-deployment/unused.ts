import { resourcesOf } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { primariesOf, stagingOf } from '#core/rules/lookup/continuous-deployment-links.ts'

export const continuousDeploymentUnused = defineRule({
  id: 'continuous-deployment/unused',
  severity: 'info',
  sees: 'all',
  profiles: ['recommended'],
  summary: 'A continuous deployment policy is attached to no distribution.',
  why: 'A policy sends traffic to the staging distribution once a primary distribution names it; until then nothing happens. Its first deployment is made so: the primary distribution gets the policy in a second step.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-continuous-deployment.html',
  code: null,

  *check({ document }) {
    for (const policy of resourcesOf(document, 'ContinuousDeploymentPolicy')) {
      if (primariesOf(document, policy).length > 0 || !stagingOf(document, policy)) continue
      yield {
        path: policy.path,
        message: `No distribution names “${policy.id}”, so no traffic goes to its staging distribution; set ContinuousDeploymentPolicyId of the primary distribution.`,
      }
    }
  },
})
