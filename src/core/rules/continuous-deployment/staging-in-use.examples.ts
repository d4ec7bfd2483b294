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
    'one policy': distribution({}, { Policy: policy() }),
    'two staging distributions': distribution(
      {},
      { Policy: policy(), Other: policy(undefined, { StagingDistributionDnsNames: ['d2.cloudfront.net'] }) },
    ),
  },
  invalid: {
    'two policies': distribution({}, { Policy: policy(), Other: policy() }),
  },
}
