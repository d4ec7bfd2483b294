import { setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { methodsOf } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorCorsPreflightBlocked = defineRule({
  id: 'behavior/cors-preflight-blocked',
  severity: 'warning',
  sees: 'behavior',
  summary: 'CORS preflights are refused because OPTIONS is not allowed.',
  why: 'Browsers ask with OPTIONS before a request with other methods or headers; without OPTIONS in AllowedMethods CloudFront answers 403.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const methods = methodsOf(behavior)
      const policy = policyBehind(document, 'ResponseHeadersPolicy', behavior.ResponseHeadersPolicyId)
      const cors = known(policy?.CorsConfig)
      if (!methods || methods.includes('OPTIONS') || !cors) continue
      const allowed: readonly string[] = knownItems(cors.AccessControlAllowMethods)
      const headers = knownItems(cors.AccessControlAllowHeaders).filter((name) => name !== '*')
      if (
        headers.length === 0 &&
        allowed.every((name) => ['GET', 'HEAD', 'POST', 'OPTIONS', 'ALL'].includes(name))
      )
        continue
      const field = [...path, 'AllowedMethods']
      yield {
        path: [...path, 'ResponseHeadersPolicyId'],
        message: `The response headers policy of ${behaviorName(placed)} needs preflights and OPTIONS is not allowed, so CloudFront answers them with 403; allow OPTIONS.`,
        suggestions: [setAt([...field, 'Items'], ['GET', 'HEAD', 'OPTIONS'], 'Allow OPTIONS')],
      }
    }
  },
})
