import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { encryptingBehavior } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'HTTPS only': distribution({ DefaultCacheBehavior: encryptingBehavior() }),
    'HTTP without encryption': distribution({
      Origins: [customOrigin('web', { CustomOriginConfig: { OriginProtocolPolicy: 'http-only' } })],
    }),
  },
  invalid: {
    'HTTP only': distribution({
      Origins: [customOrigin('web', { CustomOriginConfig: { OriginProtocolPolicy: 'http-only' } })],
      DefaultCacheBehavior: encryptingBehavior(),
    }),
  },
}
