import type { DefaultCacheBehavior } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/examples.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'

const encrypting: Partial<DefaultCacheBehavior> = {
  FieldLevelEncryptionId: 'C3KM2WVD605UAY',
  ViewerProtocolPolicy: 'https-only',
  AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
}

export const examples: RuleExamples = {
  valid: {
    'HTTPS only': distribution({ DefaultCacheBehavior: defaultBehavior('web', { ...encrypting }) }),
    'HTTP without encryption': distribution({
      Origins: [customOrigin('web', { CustomOriginConfig: { OriginProtocolPolicy: 'http-only' } })],
    }),
  },
  invalid: {
    'HTTP only': distribution({
      Origins: [customOrigin('web', { CustomOriginConfig: { OriginProtocolPolicy: 'http-only' } })],
      DefaultCacheBehavior: defaultBehavior('web', encrypting),
    }),
  },
}
