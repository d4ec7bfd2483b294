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
    'no encryption': distribution(),
  },
  invalid: {
    encryption: distribution({ DefaultCacheBehavior: defaultBehavior('web', { ...encrypting }) }),
  },
}
