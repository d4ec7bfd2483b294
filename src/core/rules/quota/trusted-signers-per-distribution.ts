import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaTrustedSignersPerDistribution = defineQuotaRule({
  name: 'trusted-signers-per-distribution',
  scope: 'design',
  summary: 'A distribution trusts too many AWS accounts as signers.',
  counted: 'trusted signers',
  code: 'TooManyTrustedSigners',

  *usages({ document }) {
    for (const distribution of distributionsIn(document)) {
      const behaviors = behaviorsOf(distribution)
      const accounts = behaviors.flatMap(({ behavior }) => knownItems(known(behavior.TrustedSigners)?.Items))
      const last = behaviors.findLast(({ behavior }) => behavior.TrustedSigners !== undefined)
      if (last)
        yield {
          owner: `“${distribution.id}”`,
          used: new Set(accounts).size,
          path: [...last.path, 'TrustedSigners'],
        }
    }
  },
})
