import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyCustomHeaderIsSecurity = defineRule({
  id: 'response-headers-policy/custom-header-is-security',
  severity: 'warning',
  sees: 'shared',
  summary: 'A security header is set as a custom header.',
  why: 'CloudFront has sections for these headers. It refuses the six security headers as custom ones: “is a security header and cannot be set as custom header”.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      for (const [index, item] of (config.CustomHeadersConfig ?? []).entries()) {
        const header = known(item)
        const name = known(header?.Header)
        const field = [...path, 'CustomHeadersConfig', index]
        if (
          name === undefined ||
          !/^(content-security-policy|strict-transport-security|x-frame-options|x-content-type-options|referrer-policy|x-xss-protection|access-control-.*|server-timing)$/i.test(
            name,
          )
        )
          continue
        const isSecurity = !/^(?:access-control-|server-timing)/i.test(name)
        yield {
          path: [...field, 'Header'],
          ...(isSecurity && { severity: 'error' as const }),
          message: isSecurity
            ? `“${name}” in “${id}” is a security header, which CloudFront refuses as a custom one; set it in SecurityHeadersConfig.`
            : `“${name}” in “${id}” has a section of its own; set it there.`,
        }
      }
    }
  },
})
