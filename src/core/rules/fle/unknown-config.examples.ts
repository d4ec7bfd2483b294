import type { DefaultCacheBehavior } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

const encrypting: Partial<DefaultCacheBehavior> = {
  FieldLevelEncryptionId: 'C3KM2WVD605UAY',
  ViewerProtocolPolicy: 'https-only',
  AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
}

export const examples: RuleExamples = {
  valid: {
    'an id': distribution({ DefaultCacheBehavior: defaultBehavior('web', { ...encrypting }) }),
    'a configuration': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          ...encrypting,
          FieldLevelEncryptionId: { ref: 'Fle' },
        }),
      },
      { Fle: { type: 'FieldLevelEncryptionConfig', config: {} } },
    ),
  },
  invalid: {
    'a profile': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          ...encrypting,
          FieldLevelEncryptionId: { ref: 'Fle' },
        }),
      },
      { Fle: { type: 'FieldLevelEncryptionProfile', config: {} } },
    ),
  },
}
