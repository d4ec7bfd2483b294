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
    'HTTPS only': distribution({ DefaultCacheBehavior: defaultBehavior('web', { ...encrypting }) }),
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
      DefaultCacheBehavior: defaultBehavior('web', { ...encrypting, ViewerProtocolPolicy: 'allow-all' }),
    }),
  },
}
