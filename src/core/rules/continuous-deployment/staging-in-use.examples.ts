import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { deploymentPolicy } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'one policy': distribution({}, { Policy: deploymentPolicy() }),
    'two staging distributions': distribution(
      {},
      {
        Policy: deploymentPolicy(),
        Other: deploymentPolicy(undefined, { StagingDistributionDnsNames: ['d2.cloudfront.net'] }),
      },
    ),
  },
  invalid: {
    'two policies': distribution({}, { Policy: deploymentPolicy(), Other: deploymentPolicy() }),
  },
}
