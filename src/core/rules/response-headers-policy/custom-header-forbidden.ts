import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { isUnremovable } from '#core/model/header-lists.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCustomHeaderForbidden = defineRule({
  id: 'response-headers-policy/custom-header-forbidden',
  severity: 'info',
  sees: 'shared',
  summary: 'A custom header is one that CloudFront sets itself.',
  why: 'CloudFront manages these headers itself and may refuse a policy that sets them.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      for (const [index, item] of (config.CustomHeadersConfig ?? []).entries()) {
        const header = known(item)
        const name = known(header?.Header)
        const field = [...path, 'CustomHeadersConfig', index]
        if (name === undefined || !isUnremovable(name)) continue
        yield {
          path: [...field, 'Header'],
          message: `“${name}” is managed by CloudFront itself, so “${id}” cannot set it; remove it.`,
          fix: removeAt(field, `Remove “${name}”`),
        }
      }
    }
  },
})
