import type { RuleExamples } from '#core/rules/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    associated: distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'f',
            FunctionCode:
              'import cf from "cloudfront"; const kv = cf.kvs(); function handler(e) { return e.request }',
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
    'not associated': distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'f',
            FunctionCode:
              'import cf from "cloudfront"; const kv = cf.kvs(); function handler(e) { return e.request }',
            FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0', KeyValueStoreAssociations: [] },
          },
        },
      },
    ),
  },
}
