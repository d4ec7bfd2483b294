import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { deploymentPolicy } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a weight': distribution({}, { Policy: deploymentPolicy() }),
    'a header': distribution(
      {},
      {
        Policy: deploymentPolicy({
          Type: 'SingleHeader',
          SingleHeaderConfig: { Header: 'aws-cf-cd-test', Value: 'yes' },
        }),
      },
    ),
  },
  invalid: {
    'the other settings': distribution(
      {},
      { Policy: deploymentPolicy({ Type: 'SingleHeader', SingleWeightConfig: { Weight: 0.1 } }) },
    ),
    both: distribution(
      {},
      {
        Policy: deploymentPolicy({
          Type: 'SingleWeight',
          SingleWeightConfig: { Weight: 0.1 },
          SingleHeaderConfig: { Header: 'aws-cf-cd-test', Value: 'yes' },
        }),
      },
    ),
    neither: distribution({}, { Policy: deploymentPolicy({ Type: 'SingleWeight' }) }),
    'an unknown type': distribution({}, { Policy: deploymentPolicy({ Type: 'Weighted' }) }),
  },
}
