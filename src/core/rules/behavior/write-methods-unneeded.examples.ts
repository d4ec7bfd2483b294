import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
    'not cached': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
        CachePolicyId: managed.cachingDisabled,
      }),
    }),
  },
  invalid: {
    cached: distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
      }),
    }),
  },
}
