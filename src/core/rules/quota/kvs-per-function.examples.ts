import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'f',
            FunctionConfig: {
              KeyValueStoreAssociations: Array.from({ length: 1 }, (_, index) => ({
                KeyValueStoreARN: { ref: `Store${index}` },
              })),
            },
          },
        },
      },
    ),
  },
  invalid: {
    two: distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'f',
            FunctionConfig: {
              KeyValueStoreAssociations: Array.from({ length: 2 }, (_, index) => ({
                KeyValueStoreARN: { ref: `Store${index}` },
              })),
            },
          },
        },
      },
    ),
  },
}
