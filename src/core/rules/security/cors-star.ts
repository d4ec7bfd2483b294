import { known, knownItems } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isApi } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const securityCorsStar = defineRule({
  id: 'security/cors-star',
  severity: 'info',
  sees: 'behavior',
  profiles: ['security'],
  summary: 'An API may be called from any website.',
  why: 'With Access-Control-Allow-Origin * every web page can read what the API answers to requests without credentials.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,
  shows: {
    request: { url: '/api/x', headers: { origin: 'https://other.example.net' } },
    outcome: { headers: { 'access-control-allow-origin': '*' } },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (!isApi(document, placed)) continue
      const policy = policyBehind(document, 'ResponseHeadersPolicy', behavior.ResponseHeadersPolicyId)
      const origins = knownItems(known(policy?.CorsConfig)?.AccessControlAllowOrigins)
      if (!origins.includes('*')) continue
      yield {
        path: [...path, 'ResponseHeadersPolicyId'],
        message: `Every web page may read answers of ${behaviorName(placed)}, which leads to an API; name the sites that call it in a policy of its own.`,
      }
    }
  },
})
