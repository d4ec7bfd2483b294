import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'one each': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      { F: cloudFrontFunction() },
    ),
  },
  invalid: {
    two: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [
            { EventType: 'viewer-request', FunctionARN: { ref: 'F' } },
            { EventType: 'viewer-request', FunctionARN: { ref: 'F' } },
          ],
        }),
      },
      { F: cloudFrontFunction() },
    ),
  },
}
