import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'another path': distribution({ Origins: [customOrigin('web', { OriginPath: '/v1' })] }),
  },
  invalid: {
    'the same': distribution({
      Origins: [customOrigin('web'), customOrigin('api', { OriginPath: '/api' })],
      CacheBehaviors: [behavior('/api/*', 'api')],
    }),
  },
}
