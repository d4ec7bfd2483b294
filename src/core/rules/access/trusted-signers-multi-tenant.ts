import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const accessTrustedSignersMultiTenant = defineRule({
  id: 'access/trusted-signers-multi-tenant',
  covers: ['tenant/unsupported-field'],
  severity: 'error',
  summary: 'A multi-tenant distribution uses AWS accounts as signers.',
  why: 'Trusted signers are refused with ConnectionMode tenant-only.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_TrustedSigners.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (
        known(placed.distribution.config.ConnectionMode) !== 'tenant-only' ||
        (known(behavior.TrustedSigners)?.Items ?? []).length === 0
      )
        continue
      yield {
        path: [...path, 'TrustedSigners'],
        message: `Trusted signers of ${behaviorName(placed)} are refused by a multi-tenant distribution; use key groups.`,
        suggestions: [removeAt([...path, 'TrustedSigners'], 'Remove the signers')],
      }
    }
  },
})
