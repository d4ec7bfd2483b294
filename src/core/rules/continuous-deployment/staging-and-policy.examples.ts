import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { withStaging } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'each its own': withStaging(),
    'an empty id': distribution({ Staging: true, ContinuousDeploymentPolicyId: '' }),
  },
  invalid: {
    both: withStaging({}, { ContinuousDeploymentPolicyId: { ref: 'Policy' } }),
    'a literal id': distribution({
      Staging: true,
      ContinuousDeploymentPolicyId: 'a1b2c3d4-0000-1111-2222-333344445555',
    }),
  },
}
