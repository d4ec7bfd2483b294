import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { isExpression, isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { runsOn } from '#core/rules/code/edge-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { kindsBehind } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

export const securityServerHeaderLeak = defineRule({
  id: 'security/server-header-leak',
  severity: 'info',
  profiles: ['security'],
  summary: 'Responses may tell what the origin runs.',
  why: 'X-Powered-By and Server name the software of a server and its version, which tells an attacker what to try. A response headers policy can remove both; CloudFront then writes its own name into Server.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      for (const placed of behaviorsOf(distribution)) {
        const { behavior, path } = placed
        const kinds = kindsBehind(document, { distribution, behavior })
        if (!kinds.some(({ id }) => id === 'custom' || id === 'load-balancer')) continue
        if (runsOn(behavior, ['viewer-response', 'origin-response'])) continue
        const reference: unknown = behavior.ResponseHeadersPolicyId
        const policy = policyBehind(document, 'ResponseHeadersPolicy', behavior.ResponseHeadersPolicyId)
        if (!policy && reference !== undefined && reference !== '') continue
        const removed = policy?.RemoveHeadersConfig
        if (!isWhollyKnown(removed) || knownItems(removed).some((one) => isExpression(one.Header))) continue
        const names = knownItems(removed).map((one) => known(one.Header)?.toLowerCase())
        const shown = ['X-Powered-By', 'Server'].filter((name) => !names.includes(name.toLowerCase()))
        if (shown.length === 0) continue
        yield {
          path: [...path, 'ResponseHeadersPolicyId'],
          message: `Viewers of ${behaviorName(placed)} see “${shown.join('” and “')}” of the origin, if it sends them; remove them in a response headers policy.`,
        }
        break
      }
    }
  },
})
