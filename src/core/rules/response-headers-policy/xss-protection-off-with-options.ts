import { resourcesOf } from '#core/model/distribution.ts'
import { combine, removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyXssProtectionOffWithOptions = defineRule({
  id: 'response-headers-policy/xss-protection-off-with-options',
  severity: 'info',
  sees: 'shared',
  summary: 'XSS protection is off but has options.',
  why: 'ModeBlock and ReportUri mean nothing when Protection is false and may be refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyXSSProtection.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const security = known(config.SecurityHeadersConfig)
      if (!security) continue
      const at = [...path, 'SecurityHeadersConfig']
      const xss = known(security.XSSProtection)
      if (!xss) continue
      if (known(xss.Protection) !== false || !(known(xss.ModeBlock) === true || xss.ReportUri)) continue
      yield {
        path: [...at, 'XSSProtection', 'Protection'],
        message: `“${id}” turns XSS protection off and sets options for it; remove them.`,
        fix: combine('Remove the options', [
          removeAt([...at, 'XSSProtection', 'ModeBlock']),
          removeAt([...at, 'XSSProtection', 'ReportUri']),
        ]),
      }
    }
  },
})
