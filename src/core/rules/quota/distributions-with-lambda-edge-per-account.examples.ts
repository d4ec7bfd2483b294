import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: {
      ...distribution(),
      resources: {
        One: {
          type: 'Distribution',
          config: {
            DefaultCacheBehavior: {
              LambdaFunctionAssociations: [{ EventType: 'viewer-request', LambdaFunctionARN: { ref: 'V' } }],
            },
          },
        },
      },
    },
    'raised by AWS': {
      document: {
        ...distribution(),
        resources: {
          One: {
            type: 'Distribution',
            config: {
              DefaultCacheBehavior: {
                LambdaFunctionAssociations: [
                  { EventType: 'viewer-request', LambdaFunctionARN: { ref: 'V' } },
                ],
              },
            },
          },
        },
      },
      account: {
        quotaUsage: { 'distributions-with-lambda-edge-per-account': 500 },
        quotaOverrides: { 'distributions-with-lambda-edge-per-account': 1000 },
      },
    },
  },
  invalid: {
    'one more than the account takes': {
      document: {
        ...distribution(),
        resources: {
          One: {
            type: 'Distribution',
            config: {
              DefaultCacheBehavior: {
                LambdaFunctionAssociations: [
                  { EventType: 'viewer-request', LambdaFunctionARN: { ref: 'V' } },
                ],
              },
            },
          },
        },
      },
      account: { quotaUsage: { 'distributions-with-lambda-edge-per-account': 500 } },
    },
    nearly: {
      document: {
        ...distribution(),
        resources: {
          One: {
            type: 'Distribution',
            config: {
              DefaultCacheBehavior: {
                LambdaFunctionAssociations: [
                  { EventType: 'viewer-request', LambdaFunctionARN: { ref: 'V' } },
                ],
              },
            },
          },
        },
      },
      account: { quotaUsage: { 'distributions-with-lambda-edge-per-account': 399 } },
    },
  },
}
