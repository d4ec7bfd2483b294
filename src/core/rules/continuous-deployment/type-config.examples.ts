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
    'a weight': distribution({}, { Policy: policy() }),
    'a header': distribution(
      {},
      {
        Policy: policy({
          Type: 'SingleHeader',
          SingleHeaderConfig: { Header: 'aws-cf-cd-test', Value: 'yes' },
        }),
      },
    ),
  },
  invalid: {
    'the other settings': distribution(
      {},
      { Policy: policy({ Type: 'SingleHeader', SingleWeightConfig: { Weight: 0.1 } }) },
    ),
    both: distribution(
      {},
      {
        Policy: policy({
          Type: 'SingleWeight',
          SingleWeightConfig: { Weight: 0.1 },
          SingleHeaderConfig: { Header: 'aws-cf-cd-test', Value: 'yes' },
        }),
      },
    ),
    neither: distribution({}, { Policy: policy({ Type: 'SingleWeight' }) }),
    'an unknown type': distribution({}, { Policy: policy({ Type: 'Weighted' }) }),
  },
}
