import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyXssBlockAndReport = defineRule({
  id: 'response-headers-policy/xss-block-and-report',
  severity: 'error',
  sees: 'shared',
  summary: 'XSS protection both blocks and reports.',
  why: 'ModeBlock and ReportUri cannot stand together.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyXSSProtection.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const security = known(config.SecurityHeadersConfig)
      if (!security) continue
      const at = [...path, 'SecurityHeadersConfig']
      const xss = known(security.XSSProtection)
      if (!xss) continue
      if (known(xss.ModeBlock) !== true || !xss.ReportUri) continue
      yield {
        path: [...at, 'XSSProtection', 'ReportUri'],
        message: `“${id}” blocks and reports, which CloudFront refuses together; choose one.`,
        suggestions: [
          removeAt([...at, 'XSSProtection', 'ReportUri'], 'Only block'),
          setAt([...at, 'XSSProtection', 'ModeBlock'], false, 'Only report'),
        ],
      }
    }
  },
})
