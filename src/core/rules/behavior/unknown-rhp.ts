import { setAt } from '#core/model/edit.ts'
import { isRef, known } from '#core/model/field.ts'
import { managedPolicies } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorUnknownRhp = defineRule({
  id: 'behavior/unknown-rhp',
  severity: 'error',
  sees: 'behavior',
  summary: 'The response headers policy does not exist.',
  why: 'A policy id is neither managed by AWS nor in this design: unless the account has it, the API answers that there is no such policy.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html',
  code: 'NoSuchResponseHeadersPolicy',

  *check({ document, account }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const id = known(behavior.ResponseHeadersPolicyId)
      const isReal = (one: string) =>
        managedPolicies('ResponseHeadersPolicy').some((policy) => policy.id === one) ||
        account?.policyIds?.includes(one) === true
      if (id !== undefined && id !== '' && !isReal(id)) {
        const isId = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)
        const isOther = (['CachePolicy', 'OriginRequestPolicy', 'ResponseHeadersPolicy'] as const).some(
          (type) =>
            type !== 'ResponseHeadersPolicy' && managedPolicies(type).some((policy) => policy.id === id),
        )
        // The account may hold a policy of its own under any well-formed id; only AWS's ids of another kind are surely wrong.
        if (isId && !isOther && account?.policyIds === undefined) continue
        const byName = managedPolicies('ResponseHeadersPolicy').find(
          ({ name }) => name.toLowerCase() === id.toLowerCase().replace(/^managed-/, ''),
        )
        yield {
          path: [...path, 'ResponseHeadersPolicyId'],
          message: `There is no ResponseHeadersPolicy “${id}” for ${behaviorName(placed)}, so CloudFront answers NoSuchResponseHeadersPolicy; choose a managed policy or one of this design.`,
          ...(byName && {
            fix: setAt([...path, 'ResponseHeadersPolicyId'], byName.id, `Use ${byName.name}`),
          }),
        }
      }
      const reference: unknown = behavior.ResponseHeadersPolicyId
      if (
        isRef(reference) &&
        reference.attribute === undefined &&
        document.resources[reference.ref] &&
        document.resources[reference.ref]?.type !== 'ResponseHeadersPolicy'
      )
        yield {
          path: [...path, 'ResponseHeadersPolicyId'],
          message: `“${reference.ref}” is a ${document.resources[reference.ref]?.type} and no ResponseHeadersPolicy, so CloudFront answers NoSuchResponseHeadersPolicy; choose one.`,
        }
    }
  },
})
