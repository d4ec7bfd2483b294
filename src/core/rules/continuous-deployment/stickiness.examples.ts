import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { deploymentPolicy } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution({}, { Policy: deploymentPolicy() }),
    'in range': distribution(
      {},
      {
        Policy: deploymentPolicy({
          Type: 'SingleWeight',
          SingleWeightConfig: { Weight: 0.1, SessionStickinessConfig: { IdleTTL: 300, MaximumTTL: 3600 } },
        }),
      },
    ),
  },
  invalid: {
    'too short': distribution(
      {},
      {
        Policy: deploymentPolicy({
          Type: 'SingleWeight',
          SingleWeightConfig: { Weight: 0.1, SessionStickinessConfig: { IdleTTL: 60, MaximumTTL: 600 } },
        }),
      },
    ),
    'idle for longer': distribution(
      {},
      {
        Policy: deploymentPolicy({
          Type: 'SingleWeight',
          SingleWeightConfig: { Weight: 0.1, SessionStickinessConfig: { IdleTTL: 1200, MaximumTTL: 600 } },
        }),
      },
    ),
  },
}
