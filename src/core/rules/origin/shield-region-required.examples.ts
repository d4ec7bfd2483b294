import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'with a region': distribution({
      Origins: [customOrigin('a', { OriginShield: { Enabled: true, OriginShieldRegion: 'eu-west-1' } })],
    }),
    off: distribution({ Origins: [customOrigin('a', { OriginShield: { Enabled: false } })] }),
  },
  invalid: {
    without: distribution({ Origins: [customOrigin('a', { OriginShield: { Enabled: true } })] }),
  },
}
