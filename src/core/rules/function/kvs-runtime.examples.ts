import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    '2.0': distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'f',
            FunctionCode: 'function handler(e) { return e.request }',
            FunctionConfig: {
              Comment: '',
              Runtime: 'cloudfront-js-2.0',
              KeyValueStoreAssociations: [{ KeyValueStoreARN: { ref: 'K' } }],
            },
          },
        },
      },
    ),
  },
  invalid: {
    '1.0': distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'f',
            FunctionCode: 'function handler(e) { return e.request }',
            FunctionConfig: {
              Comment: '',
              Runtime: 'cloudfront-js-1.0',
              KeyValueStoreAssociations: [{ KeyValueStoreARN: { ref: 'K' } }],
            },
          },
        },
      },
    ),
  },
}
