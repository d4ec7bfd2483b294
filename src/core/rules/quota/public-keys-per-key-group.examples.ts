import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    two: distribution(
      {},
      {
        Group: {
          type: 'KeyGroup',
          config: { Name: 'group', Items: Array.from({ length: 2 }, (_, index) => `K${index}`) },
        },
      },
    ),
  },
  invalid: {
    six: distribution(
      {},
      {
        Group: {
          type: 'KeyGroup',
          config: { Name: 'group', Items: Array.from({ length: 6 }, (_, index) => `K${index}`) },
        },
      },
    ),
  },
}
