import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, group } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    own: distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('g', ['a', 'b'], {})],
      DefaultCacheBehavior: defaultBehavior('g'),
    }),
  },
  invalid: {
    'an origin': distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('a', ['a', 'b'])],
    }),
  },
}
