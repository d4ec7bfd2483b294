import type { RuleExamples } from '#core/rules/examples.ts'
import { cloudFrontFunction, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    small: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      { F: cloudFrontFunction() },
    ),
  },
  invalid: {
    large: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      { F: cloudFrontFunction(`function handler(e) { return e.request } // ${'x'.repeat(10_240)}`) },
    ),
  },
}
