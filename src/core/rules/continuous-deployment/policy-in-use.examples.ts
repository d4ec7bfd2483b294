import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { withStaging } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'one primary': withStaging(),
  },
  invalid: {
    'two primaries': withStaging({}, { Staging: false, ContinuousDeploymentPolicyId: { ref: 'Policy' } }),
  },
}
