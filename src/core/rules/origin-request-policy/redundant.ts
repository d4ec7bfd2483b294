import { removeAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { forwardedNames, holds, keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const originRequestPolicyRedundant = defineRule({
  id: 'origin-request-policy/redundant',
  severity: 'info',
  sees: 'behavior',
  summary: 'An origin request policy adds nothing to the cache policy.',
  why: 'What is in the cache key is sent to the origin in any case. A policy that adds nothing to it can go.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (!behavior.OriginRequestPolicyId || !behavior.CachePolicyId) continue
      const addsNothing = (['headers', 'cookies', 'query strings'] as const).every((noun) => {
        const keyed = keyedNames(document, behavior, noun)
        const sent = forwardedNames(document, behavior, noun)
        if (!keyed || !sent) return false
        if (sent.how === 'none' || keyed.how === 'all') return true
        return sent.how === 'some' && sent.names.every((name) => holds(keyed, name))
      })
      if (!addsNothing) continue
      const field = [...path, 'OriginRequestPolicyId']
      yield {
        path: field,
        message: `The origin request policy of ${behaviorName(placed)} sends nothing that its cache policy does not send already; remove it.`,
        fix: removeAt(field, 'Remove the origin request policy'),
      }
    }
  },
})
