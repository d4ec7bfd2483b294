import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const responseHeadersPolicyHstsOnHttp = defineRule({
  id: 'response-headers-policy/hsts-on-http',
  severity: 'info',
  sees: 'behavior',
  summary: 'Strict-Transport-Security is sent over plain HTTP, where browsers ignore it.',
  why: 'Browsers ignore the header in answers over HTTP, so that viewers who come by HTTP stay there.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (known(behavior.ViewerProtocolPolicy) !== 'allow-all') continue
      const policy = policyBehind(document, 'ResponseHeadersPolicy', behavior.ResponseHeadersPolicyId)
      if (known(policy?.SecurityHeadersConfig)?.StrictTransportSecurity === undefined) continue
      const field = [...path, 'ViewerProtocolPolicy']
      yield {
        path: field,
        message: `${behaviorName(placed)} allows HTTP, where browsers ignore the Strict-Transport-Security of its response headers policy; use “redirect-to-https”.`,
        suggestions: [setAt(field, 'redirect-to-https', 'Redirect HTTP to HTTPS')],
      }
    }
  },
})
