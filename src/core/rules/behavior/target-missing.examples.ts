import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, group } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'targets an origin': distribution(),
    'targets an origin group': distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('both', ['a', 'b'])],
      DefaultCacheBehavior: defaultBehavior('both'),
    }),
    'the target is an expression': distribution({
      DefaultCacheBehavior: {
        ...defaultBehavior('web'),
        TargetOriginId: { unknown: '!Ref Target', expression: { Ref: 'Target' } },
      },
    }),
    'an origin whose id is an expression': distribution({
      Origins: [customOrigin('web', { Id: { unknown: '!Ref Name', expression: { Ref: 'Name' } } })],
      DefaultCacheBehavior: defaultBehavior('site'),
    }),
  },
  invalid: {
    'a typo': distribution({ DefaultCacheBehavior: defaultBehavior('wbe') }),
  },
}
