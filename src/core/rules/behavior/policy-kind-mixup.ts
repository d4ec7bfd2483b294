import { combine, removeAt, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { managedPolicies } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorPolicyKindMixup = defineRule({
  id: 'behavior/policy-kind-mixup',
  covers: ['behavior/unknown-cache-policy', 'behavior/unknown-orp', 'behavior/unknown-rhp'],
  severity: 'error',
  sees: 'behavior',
  summary: 'A policy field holds the id of another kind of policy.',
  why: 'Cache, origin request and response headers policies have ids of the same form but are three different things.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html',
  code: 'NoSuchCachePolicy',

  *check({ document }) {
    const fields = [
      ['CachePolicyId', 'CachePolicy'],
      ['OriginRequestPolicyId', 'OriginRequestPolicy'],
      ['ResponseHeadersPolicyId', 'ResponseHeadersPolicy'],
    ] as const
    for (const placed of eachBehavior(document)) {
      for (const [field, type] of fields) {
        const id = known(placed.behavior[field])
        const other = fields.find(
          ([, kind]) => kind !== type && managedPolicies(kind).some((policy) => policy.id === id),
        )
        if (!other) continue
        const name = managedPolicies(other[1]).find((policy) => policy.id === id)?.name
        const move = combine(`Move it to ${other[0]}`, [
          setAt([...placed.path, other[0]], id),
          removeAt([...placed.path, field]),
        ])
        yield {
          path: [...placed.path, field],
          message: `“${name}” is AWS's ${other[1]} and is set in ${field}, so CloudFront finds no such policy; move it to ${other[0]}.`,
          ...(placed.behavior[other[0]] === undefined && { suggestions: [move] }),
        }
      }
    }
  },
})
