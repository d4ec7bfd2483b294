import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, group } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    two: distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('g', ['a', 'b'], {})],
      DefaultCacheBehavior: defaultBehavior('g'),
    }),
  },
  invalid: {
    'the same': distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('g', ['a', 'a'], {})],
      DefaultCacheBehavior: defaultBehavior('g'),
    }),
  },
}
