import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const accessTrustedSignersLegacy = defineRule({
  id: 'access/trusted-signers-legacy',
  severity: 'info',
  sees: 'behavior',
  profiles: ['recommended', 'security'],
  summary: 'Signed URLs use AWS accounts as signers, the old way.',
  why: 'Trusted signers need key pairs of the account’s root user.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if ((known(behavior.TrustedSigners)?.Items ?? []).length === 0) continue
      yield {
        path: [...path, 'TrustedSigners'],
        message: `Signers of ${behaviorName(placed)} need keys of an account's root user; use a key group.`,
      }
    }
  },
})
