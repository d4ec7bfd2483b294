import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { edgeLambda, onEvent } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'Node.js': distribution({ DefaultCacheBehavior: onEvent('origin-request') }, edgeLambda()),
    Python: distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({ Runtime: 'python3.13' }),
    ),
    'not at the edge': distribution({}, edgeLambda({ Runtime: 'java21' })),
  },
  invalid: {
    Java: distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({ Runtime: 'java21' }),
    ),
    'its own': distribution(
      { DefaultCacheBehavior: onEvent('viewer-request') },
      edgeLambda({ Runtime: 'provided.al2023' }),
    ),
  },
}
