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
    'the prefix': distribution(
      {},
      {
        Policy: policy({
          Type: 'SingleHeader',
          SingleHeaderConfig: { Header: 'Aws-Cf-Cd-Test', Value: 'yes' },
        }),
      },
    ),
  },
  invalid: {
    'no prefix': distribution(
      {},
      { Policy: policy({ Type: 'SingleHeader', SingleHeaderConfig: { Header: 'x-staging', Value: 'yes' } }) },
    ),
    'a long value': distribution(
      {},
      {
        Policy: policy({
          Type: 'SingleHeader',
          SingleHeaderConfig: { Header: 'aws-cf-cd-test', Value: 'y'.repeat(1784) },
        }),
      },
    ),
  },
}
