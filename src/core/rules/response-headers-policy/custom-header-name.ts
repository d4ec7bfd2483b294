import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCustomHeaderName = defineRule({
  id: 'response-headers-policy/custom-header-name',
  severity: 'error',
  sees: 'shared',
  summary: 'A custom header has no valid name, or is set twice.',
  why: 'A header name is a token of at most 256 characters; others are refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const seen = new Set<string>()
      for (const [index, item] of (config.CustomHeadersConfig ?? []).entries()) {
        const header = known(item)
        const name = known(header?.Header)
        const field = [...path, 'CustomHeadersConfig', index]
        if (name === undefined) continue
        const isTwice = seen.has(name.toLowerCase())
        seen.add(name.toLowerCase())
        if (!isTwice && /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/.test(name)) continue
        yield {
          path: [...field, 'Header'],
          message: `“${name}” is not a header name or is listed twice in “${id}”, which CloudFront refuses; rename or remove it.`,
        }
      }
    }
  },
})
