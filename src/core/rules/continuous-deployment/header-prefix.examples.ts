import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { deploymentPolicy } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'the prefix': distribution(
      {},
      {
        Policy: deploymentPolicy({
          Type: 'SingleHeader',
          SingleHeaderConfig: { Header: 'Aws-Cf-Cd-Test', Value: 'yes' },
        }),
      },
    ),
  },
  invalid: {
    'no prefix': distribution(
      {},
      {
        Policy: deploymentPolicy({
          Type: 'SingleHeader',
          SingleHeaderConfig: { Header: 'x-staging', Value: 'yes' },
        }),
      },
    ),
    'a long value': distribution(
      {},
      {
        Policy: deploymentPolicy({
          Type: 'SingleHeader',
          SingleHeaderConfig: { Header: 'aws-cf-cd-test', Value: 'y'.repeat(1784) },
        }),
      },
    ),
  },
}
