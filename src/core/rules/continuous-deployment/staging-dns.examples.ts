import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { deploymentPolicy } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'by reference': distribution({}, { Policy: deploymentPolicy() }),
    'by name': distribution(
      {},
      {
        Policy: deploymentPolicy(undefined, {
          StagingDistributionDnsNames: ['d111111abcdef8.cloudfront.net'],
        }),
      },
    ),
    'not known': distribution(
      {},
      {
        Policy: deploymentPolicy(undefined, {
          StagingDistributionDnsNames: [{ unknown: '!Ref Names', expression: { Ref: 'Names' } }],
        }),
      },
    ),
  },
  invalid: {
    none: distribution({}, { Policy: deploymentPolicy(undefined, { StagingDistributionDnsNames: [] }) }),
    two: distribution(
      {},
      {
        Policy: deploymentPolicy(undefined, {
          StagingDistributionDnsNames: ['d1.cloudfront.net', 'd2.cloudfront.net'],
        }),
      },
    ),
    'an alias': distribution(
      {},
      { Policy: deploymentPolicy(undefined, { StagingDistributionDnsNames: ['staging.example.com'] }) },
    ),
    'an id': distribution(
      {},
      { Policy: deploymentPolicy(undefined, { StagingDistributionDnsNames: [{ ref: 'Site' }] }) },
    ),
  },
}
