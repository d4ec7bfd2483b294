import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { edgeLambda, onEvent } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution(
      { DefaultCacheBehavior: onEvent('viewer-request') },
      edgeLambda({ Timeout: 5, MemorySize: 128 }),
    ),
    'an origin event': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({ Timeout: 30, MemorySize: 1024 }),
    ),
  },
  invalid: {
    'too long': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({ Timeout: 60 }),
    ),
    'long for viewers': distribution(
      { DefaultCacheBehavior: onEvent('viewer-request') },
      edgeLambda({ Timeout: '10' }),
    ),
    'large for viewers': distribution(
      { DefaultCacheBehavior: onEvent('viewer-response') },
      edgeLambda({ MemorySize: 512 }),
    ),
  },
}
