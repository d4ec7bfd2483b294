import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, group } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    allowed: distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('g', ['a', 'b'])],
      DefaultCacheBehavior: defaultBehavior('g'),
    }),
  },
  invalid: {
    '401': distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('g', ['a', 'b'], { FailoverCriteria: { StatusCodes: [401, 500] } })],
      DefaultCacheBehavior: defaultBehavior('g'),
    }),
    'nothing else': distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('g', ['a', 'b'], { FailoverCriteria: { StatusCodes: [200] } })],
      DefaultCacheBehavior: defaultBehavior('g'),
    }),
  },
}
