import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, group } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    origins: distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('g', ['a', 'b'], {})],
      DefaultCacheBehavior: defaultBehavior('g'),
    }),
  },
  invalid: {
    itself: distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('g', ['a', 'g'], {})],
      DefaultCacheBehavior: defaultBehavior('g'),
    }),
  },
}
