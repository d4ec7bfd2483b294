import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const securityNoResponseHeaders = defineRule({
  id: 'security/no-response-headers',
  covers: ['response-headers-policy/not-attached', 'security/no-hsts', 'security/server-header-leak'],
  severity: 'info',
  sees: 'behavior',
  profiles: ['recommended', 'security'],
  summary: 'Responses have no security headers.',
  why: 'Without a response headers policy viewers get only what the origin sends.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html',
  code: null,
  alsoKnownAs: ['CKV2_AWS_32'],

  together: (behaviors) =>
    `${behaviors} add no security headers to responses; use the managed SecurityHeadersPolicy.`,
  shows: { request: { url: '/' }, outcome: { headers: { 'x-content-type-options': { $absent: true } } } },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (behavior.ResponseHeadersPolicyId !== undefined && behavior.ResponseHeadersPolicyId !== '') continue
      const field = [...path, 'ResponseHeadersPolicyId']
      yield {
        path: field,
        message: `No security headers are added in ${behaviorName(placed)}; use the managed SecurityHeadersPolicy.`,
        suggestions: [setAt(field, '67f7725c-6f97-4210-82d7-5512b31e9d03', 'Use SecurityHeadersPolicy')],
      }
    }
  },
})
