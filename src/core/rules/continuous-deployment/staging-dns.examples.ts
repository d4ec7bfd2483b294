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
    'by reference': distribution({}, { Policy: policy() }),
    'by name': distribution(
      {},
      { Policy: policy(undefined, { StagingDistributionDnsNames: ['d111111abcdef8.cloudfront.net'] }) },
    ),
    'not known': distribution(
      {},
      {
        Policy: policy(undefined, {
          StagingDistributionDnsNames: [{ unknown: '!Ref Names', expression: { Ref: 'Names' } }],
        }),
      },
    ),
  },
  invalid: {
    none: distribution({}, { Policy: policy(undefined, { StagingDistributionDnsNames: [] }) }),
    two: distribution(
      {},
      {
        Policy: policy(undefined, {
          StagingDistributionDnsNames: ['d1.cloudfront.net', 'd2.cloudfront.net'],
        }),
      },
    ),
    'an alias': distribution(
      {},
      { Policy: policy(undefined, { StagingDistributionDnsNames: ['staging.example.com'] }) },
    ),
    'an id': distribution(
      {},
      { Policy: policy(undefined, { StagingDistributionDnsNames: [{ ref: 'Site' }] }) },
    ),
  },
}
