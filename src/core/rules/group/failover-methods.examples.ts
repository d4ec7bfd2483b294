import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, group } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'no group': distribution(),
  },
  invalid: {
    'a group': distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('g', ['a', 'b'], {})],
      DefaultCacheBehavior: defaultBehavior('g'),
    }),
  },
}
