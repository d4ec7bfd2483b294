import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    both: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          SmoothStreaming: true,
          FunctionAssociations: [
            { EventType: 'viewer-request', FunctionARN: { ref: 'Edge', attribute: 'FunctionARN' } },
          ],
        }),
      },
      { Edge: cloudFrontFunction() },
    ),
  },
}
