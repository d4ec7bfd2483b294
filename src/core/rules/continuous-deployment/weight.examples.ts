import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { deploymentPolicy } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    '10 %': distribution({}, { Policy: deploymentPolicy() }),
    'the most': distribution(
      {},
      { Policy: deploymentPolicy({ Type: 'SingleWeight', SingleWeightConfig: { Weight: 0.15 } }) },
    ),
  },
  invalid: {
    'a percentage': distribution(
      {},
      { Policy: deploymentPolicy({ Type: 'SingleWeight', SingleWeightConfig: { Weight: 5 } }) },
    ),
    'too much': distribution(
      {},
      { Policy: deploymentPolicy({ Type: 'SingleWeight', SingleWeightConfig: { Weight: 0.2 } }) },
    ),
  },
}
