import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'an ARN': distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'edge',
            FunctionConfig: {
              Comment: '',
              Runtime: 'cloudfront-js-2.0',
              KeyValueStoreAssociations: [
                {
                  KeyValueStoreARN:
                    'arn:aws:cloudfront::111122223333:key-value-store/11111111-2222-3333-4444-555555555555',
                },
              ],
            },
          },
        },
        Store: { type: 'KeyValueStore', config: { Name: 'store' } },
      },
    ),
    'a reference': distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'edge',
            FunctionConfig: {
              Comment: '',
              Runtime: 'cloudfront-js-2.0',
              KeyValueStoreAssociations: [{ KeyValueStoreARN: { ref: 'Store' } }],
            },
          },
        },
        Store: { type: 'KeyValueStore', config: { Name: 'store' } },
      },
    ),
    'not known': distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'edge',
            FunctionConfig: {
              Comment: '',
              Runtime: 'cloudfront-js-2.0',
              KeyValueStoreAssociations: [
                {
                  KeyValueStoreARN: {
                    unknown: '!ImportValue store',
                    expression: { 'Fn::ImportValue': 'store' },
                  },
                },
              ],
            },
          },
        },
        Store: { type: 'KeyValueStore', config: { Name: 'store' } },
      },
    ),
  },
  invalid: {
    'a name': distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'edge',
            FunctionConfig: {
              Comment: '',
              Runtime: 'cloudfront-js-2.0',
              KeyValueStoreAssociations: [{ KeyValueStoreARN: 'store' }],
            },
          },
        },
        Store: { type: 'KeyValueStore', config: { Name: 'store' } },
      },
    ),
    Ref: distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'edge',
            FunctionConfig: {
              Comment: '',
              Runtime: 'cloudfront-js-2.0',
              KeyValueStoreAssociations: [{ KeyValueStoreARN: { ref: 'Store', attribute: 'Ref' } }],
            },
          },
        },
        Store: { type: 'KeyValueStore', config: { Name: 'store' } },
      },
    ),
  },
}
