import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { event.request.uri = '/index.html'; return event.request }",
        ),
      },
    ),
  },
  invalid: {
    long: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { event.request.uri = '/' + 'a'.repeat(8192); return event.request }",
        ),
      },
    ),
  },
}
