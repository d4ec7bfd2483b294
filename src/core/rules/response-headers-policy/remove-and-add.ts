import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyRemoveAndAdd = defineRule({
  id: 'response-headers-policy/remove-and-add',
  severity: 'info',
  sees: 'shared',
  summary: 'A header is both removed and added.',
  why: 'CloudFront removes first and adds then, so the added value wins.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const added = (config.CustomHeadersConfig ?? []).map((item) =>
        known(known(item)?.Header)?.toLowerCase(),
      )
      for (const [index, item] of (config.RemoveHeadersConfig ?? []).entries()) {
        const name = known(known(item)?.Header)
        if (name !== undefined && added.includes(name.toLowerCase()))
          yield {
            path: [...path, 'RemoveHeadersConfig', index],
            message: `“${id}” removes “${name}” and adds it: viewers get the added value.`,
          }
      }
    }
  },
})
