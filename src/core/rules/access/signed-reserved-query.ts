import { defineRule } from '#core/rules/harness/rule.ts'
import { forwardedNames, keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { isSigned } from '#core/rules/lookup/signed.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

const reserved = ['Expires', 'Policy', 'Signature', 'Key-Pair-Id', 'Hash-Algorithm']

export const accessSignedReservedQuery = defineRule({
  id: 'access/signed-reserved-query',
  severity: 'warning',
  sees: 'behavior',
  summary: 'The cache key or origin uses query strings that CloudFront takes out of signed URLs.',
  why: 'CloudFront reads Expires, Policy, Signature, Key-Pair-Id and Hash-Algorithm of a signed request and takes them off before it asks the origin, so that an application that uses these names never sees them, and keying on them has no effect.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-custom-policy.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (!isSigned(behavior)) continue
      const lists = [
        [behavior.CachePolicyId === undefined ? 'ForwardedValues' : 'CachePolicyId', keyedNames],
        ['OriginRequestPolicyId', forwardedNames],
      ] as const
      for (const [field, namesOf] of lists) {
        const set = namesOf(document, behavior, 'query strings')
        const used = set?.how === 'some' ? reserved.filter((name) => set.names.includes(name)) : []
        if (used.length === 0) continue
        yield {
          path: [...path, field],
          message: `${behaviorName(placed)} is signed and its policy names the query string “${used.join('”, “')}”, which CloudFront takes off; rename it in the application and leave it out.`,
        }
      }
    }
  },
})
