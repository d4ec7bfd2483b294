import { setAt } from '#core/model/edit.ts'
import { isRef, known } from '#core/model/field.ts'
import { managedPolicies } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorUnknownCachePolicy = defineRule({
  id: 'behavior/unknown-cache-policy',
  severity: 'error',
  sees: 'behavior',
  summary: 'The cache policy does not exist.',
  why: 'A policy id is neither managed by AWS nor in this design: unless the account has it, the API answers that there is no such policy.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html',
  code: 'NoSuchCachePolicy',

  *check({ document, account }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const id = known(behavior.CachePolicyId)
      const isReal = (one: string) =>
        managedPolicies('CachePolicy').some((policy) => policy.id === one) ||
        account?.policyIds?.includes(one) === true
      if (id !== undefined && id !== '' && !isReal(id)) {
        const isId = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)
        const isOther = (['CachePolicy', 'OriginRequestPolicy', 'ResponseHeadersPolicy'] as const).some(
          (type) => type !== 'CachePolicy' && managedPolicies(type).some((policy) => policy.id === id),
        )
        // The account may hold a policy of its own under any well-formed id; only AWS's ids of another kind are surely wrong.
        if (isId && !isOther && account?.policyIds === undefined) continue
        const byName = managedPolicies('CachePolicy').find(
          ({ name }) => name.toLowerCase() === id.toLowerCase().replace(/^managed-/, ''),
        )
        yield {
          path: [...path, 'CachePolicyId'],
          message: `There is no CachePolicy “${id}” for ${behaviorName(placed)}, so CloudFront answers NoSuchCachePolicy; choose a managed policy or one of this design.`,
          ...(byName && { fix: setAt([...path, 'CachePolicyId'], byName.id, `Use ${byName.name}`) }),
        }
      }
      const reference: unknown = behavior.CachePolicyId
      if (
        isRef(reference) &&
        reference.attribute === undefined &&
        document.resources[reference.ref] &&
        document.resources[reference.ref]?.type !== 'CachePolicy'
      )
        yield {
          path: [...path, 'CachePolicyId'],
          message: `“${reference.ref}” is a ${document.resources[reference.ref]?.type} and no CachePolicy, so CloudFront answers NoSuchCachePolicy; choose one.`,
        }
    }
  },
})
