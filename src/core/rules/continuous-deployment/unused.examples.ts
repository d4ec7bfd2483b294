import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { withStaging } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: { attached: withStaging() },
  invalid: { 'attached to nothing': withStaging({ ContinuousDeploymentPolicyId: '' }) },
}
