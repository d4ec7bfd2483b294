import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, group } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    one: distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('g', ['a', 'b'], {})],
      DefaultCacheBehavior: defaultBehavior('g'),
    }),
  },
  invalid: {
    eleven: distribution({
      OriginGroups: Array.from({ length: 11 }, (_, number) => group(`g${number}`, ['a', 'b'])),
    }),
  },
}
