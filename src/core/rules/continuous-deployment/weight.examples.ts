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
    '10 %': distribution({}, { Policy: policy() }),
    'the most': distribution(
      {},
      { Policy: policy({ Type: 'SingleWeight', SingleWeightConfig: { Weight: 0.15 } }) },
    ),
  },
  invalid: {
    'a percentage': distribution(
      {},
      { Policy: policy({ Type: 'SingleWeight', SingleWeightConfig: { Weight: 5 } }) },
    ),
    'too much': distribution(
      {},
      { Policy: policy({ Type: 'SingleWeight', SingleWeightConfig: { Weight: 0.2 } }) },
    ),
  },
}
