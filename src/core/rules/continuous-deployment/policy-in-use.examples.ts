import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/examples.ts'
import { distribution } from '#fixtures/build.ts'

/** A primary distribution with a policy, and its staging twin. */
const twins = (
  primary: Partial<DistributionConfig> = {},
  staging: Partial<DistributionConfig> = {},
  more: object = {},
): DesignDocument => {
  const twin = distribution({ HttpVersion: 'http2', Staging: true, ...staging }).resources['Site']
  return distribution(
    { HttpVersion: 'http2', ContinuousDeploymentPolicyId: { ref: 'Policy' }, ...primary },
    {
      ...(twin && { Staging: twin }),
      Policy: {
        type: 'ContinuousDeploymentPolicy',
        config: {
          Enabled: true,
          StagingDistributionDnsNames: [{ ref: 'Staging', attribute: 'DomainName' }],
          TrafficConfig: { Type: 'SingleWeight', SingleWeightConfig: { Weight: 0.1 } },
          ...more,
        },
      },
    },
  )
}

export const examples: RuleExamples = {
  valid: {
    'one primary': twins(),
  },
  invalid: {
    'two primaries': twins({}, { Staging: false, ContinuousDeploymentPolicyId: { ref: 'Policy' } }),
  },
}
