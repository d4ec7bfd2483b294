import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution(),
    off: distribution({ Origins: [customOrigin('web', { OriginShield: { Enabled: false } })] }),
  },
  invalid: {
    on: distribution({
      Origins: [customOrigin('web', { OriginShield: { Enabled: true, OriginShieldRegion: 'eu-west-1' } })],
    }),
  },
}
