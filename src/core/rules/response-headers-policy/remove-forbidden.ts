import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { isUnremovable } from '#core/model/header-lists.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyRemoveForbidden = defineRule({
  id: 'response-headers-policy/remove-forbidden',
  severity: 'error',
  sees: 'shared',
  summary: 'A response headers policy removes a header that CloudFront keeps.',
  why: 'CloudFront needs these headers and refuses a policy that removes one.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      for (const [index, item] of (config.RemoveHeadersConfig ?? []).entries()) {
        const name = known(known(item)?.Header)
        if (name === undefined || !isUnremovable(name)) continue
        yield {
          path: [...path, 'RemoveHeadersConfig', index, 'Header'],
          message: `“${id}” removes “${name}”, which CloudFront does not allow; take it out.`,
          fix: removeAt([...path, 'RemoveHeadersConfig', index], `Keep “${name}”`),
        }
      }
    }
  },
})
