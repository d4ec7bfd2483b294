import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, group } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    reading: distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('g', ['a', 'b'])],
      DefaultCacheBehavior: defaultBehavior('g'),
    }),
  },
  invalid: {
    writing: distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('g', ['a', 'b'])],
      DefaultCacheBehavior: defaultBehavior('g', {
        AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
      }),
    }),
  },
}
