import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasPolicy } from '#core/rules/lookup/continuous-deployment-links.ts'

export const continuousDeploymentMultiTenant = defineRule({
  id: 'continuous-deployment/multi-tenant',
  covers: ['tenant/unsupported-field'],
  severity: 'error',
  summary: 'A multi-tenant distribution uses continuous deployment.',
  why: 'Staging and ContinuousDeploymentPolicyId are for standard distributions; with ConnectionMode tenant-only they are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (known(config.ConnectionMode) !== 'tenant-only') continue
      const fields = [
        ...(known(config.Staging) === true ? ['Staging'] : []),
        ...(hasPolicy(config) ? ['ContinuousDeploymentPolicyId'] : []),
      ]
      for (const field of fields)
        yield {
          path: [...path, field],
          message: `“${id}” is multi-tenant and has ${field}, which CloudFront refuses together; remove it.`,
          fix: removeAt([...path, field]),
        }
    }
  },
})
