import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isApi } from '#core/rules/lookup/behavior-traits.ts'
import { isGrpc } from '#core/rules/lookup/protocols.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const responseHeadersPolicyNotAttached = defineRule({
  id: 'response-headers-policy/not-attached',
  severity: 'info',
  summary: 'Pages come with a response headers policy.',
  why: 'A policy is the one place where CloudFront adds security headers to every answer, to error pages and to what the cache gives. Pages without one have what the origin happens to send.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html',
  code: null,
  alsoKnownAs: ['CKV2_AWS_32'],

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, index, path } = placed
      if (behavior.ResponseHeadersPolicyId !== undefined && behavior.ResponseHeadersPolicyId !== '') continue
      const isForPages =
        index === undefined || /(\.html?|\/|^\/?\*)$/i.test(known(behavior.PathPattern) ?? '')
      if (!isForPages || isApi(document, placed) || isGrpc(behavior)) continue
      const field = [...path, 'ResponseHeadersPolicyId']
      yield {
        path: field,
        message: `${behaviorName(placed)} serves pages without a response headers policy, so they have no security headers of CloudFront; attach one, such as the managed SecurityHeadersPolicy.`,
        suggestions: [setAt(field, '67f7725c-6f97-4210-82d7-5512b31e9d03', 'Use SecurityHeadersPolicy')],
      }
    }
  },
})
