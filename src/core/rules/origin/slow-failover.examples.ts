import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, group } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    quick: distribution({
      Origins: [customOrigin('a', { ConnectionTimeout: 3 }), customOrigin('b')],
      OriginGroups: [group('both', ['a', 'b'])],
      DefaultCacheBehavior: defaultBehavior('both'),
    }),
  },
  invalid: {
    'the defaults': distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('both', ['a', 'b'])],
      DefaultCacheBehavior: defaultBehavior('both'),
    }),
  },
}
