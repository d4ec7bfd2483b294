import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'
import { encryptingBehavior } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'HTTPS only': distribution({ DefaultCacheBehavior: encryptingBehavior() }),
    'no encryption': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { ViewerProtocolPolicy: 'allow-all' }),
    }),
    'an empty id': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        ViewerProtocolPolicy: 'allow-all',
        FieldLevelEncryptionId: '',
      }),
    }),
  },
  invalid: {
    'allow-all': distribution({
      DefaultCacheBehavior: encryptingBehavior({ ViewerProtocolPolicy: 'allow-all' }),
    }),
  },
}
