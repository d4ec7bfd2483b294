import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const accessTrustedSignersFormat = defineRule({
  id: 'access/trusted-signers-format',
  severity: 'error',
  sees: 'behavior',
  summary: 'A trusted signer is not an AWS account.',
  why: 'A trusted signer is the account number of 12 digits, or “self” for the own account.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_TrustedSigners.html',
  code: 'TrustedSignerDoesNotExist',

  *check({ document }) {
    for (const placed of eachBehavior(document))
      for (const [index, item] of (known(placed.behavior.TrustedSigners)?.Items ?? []).entries()) {
        const signer = known(item)
        if (signer === undefined || signer === 'self' || /^\d{12}$/.test(signer)) continue
        yield {
          path: [...placed.path, 'TrustedSigners', 'Items', index],
          message: `“${signer}” is not an account, so CloudFront answers TrustedSignerDoesNotExist in ${behaviorName(placed)}; write “self” or the account number of 12 digits.`,
        }
      }
  },
})
