import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'
import { encryptingBehavior } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'all methods': distribution({ DefaultCacheBehavior: encryptingBehavior() }),
    'no encryption': distribution(),
  },
  invalid: {
    'GET and HEAD': distribution({
      DefaultCacheBehavior: encryptingBehavior({ AllowedMethods: { Items: ['GET', 'HEAD'] } }),
    }),
    'the default': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { FieldLevelEncryptionId: 'C3KM2WVD605UAY' }),
    }),
  },
}
