import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { policyLists } from '#core/rules/lookup/policy-names.ts'

export const originRequestPolicyAllexceptCustom = defineRule({
  id: 'origin-request-policy/allexcept-custom',
  severity: 'info',
  sees: 'shared',
  summary: 'A custom policy is the same as a managed one.',
  why: 'AllViewerExceptHostHeader is managed by AWS and forwards the same.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginRequestPolicy')) {
      const [headers, cookies, query] = policyLists(config, path)
      if (
        headers?.how !== 'allExcept' ||
        headers.names.length !== 1 ||
        known(headers.names[0])?.toLowerCase() !== 'host' ||
        cookies?.how !== 'all' ||
        query?.how !== 'all'
      )
        continue
      yield {
        path,
        message: `“${id}” is the same as the managed policy AllViewerExceptHostHeader; use that.`,
      }
    }
  },
})
