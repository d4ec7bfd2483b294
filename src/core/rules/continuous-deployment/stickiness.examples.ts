import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/examples.ts'
import { distribution } from '#fixtures/build.ts'

const policy = (
  TrafficConfig: object = { Type: 'SingleWeight', SingleWeightConfig: { Weight: 0.1 } },
  more: object = {},
): Resource => ({
  type: 'ContinuousDeploymentPolicy',
  config: {
    Enabled: true,
    StagingDistributionDnsNames: [{ ref: 'Staging', attribute: 'DomainName' }],
    TrafficConfig,
    ...more,
  },
})

export const examples: RuleExamples = {
  valid: {
    none: distribution({}, { Policy: policy() }),
    'in range': distribution(
      {},
      {
        Policy: policy({
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
        Policy: policy({
          Type: 'SingleWeight',
          SingleWeightConfig: { Weight: 0.1, SessionStickinessConfig: { IdleTTL: 60, MaximumTTL: 600 } },
        }),
      },
    ),
    'idle for longer': distribution(
      {},
      {
        Policy: policy({
          Type: 'SingleWeight',
          SingleWeightConfig: { Weight: 0.1, SessionStickinessConfig: { IdleTTL: 1200, MaximumTTL: 600 } },
        }),
      },
    ),
  },
}
