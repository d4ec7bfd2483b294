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
    'all methods': distribution({ DefaultCacheBehavior: defaultBehavior('web', { ...encrypting }) }),
    'no encryption': distribution(),
  },
  invalid: {
    'GET and HEAD': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        ...encrypting,
        AllowedMethods: { Items: ['GET', 'HEAD'] },
      }),
    }),
    'the default': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { FieldLevelEncryptionId: 'C3KM2WVD605UAY' }),
    }),
  },
}
