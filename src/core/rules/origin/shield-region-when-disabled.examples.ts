import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'off with a region': distribution({
      Origins: [customOrigin('web', { OriginShield: { Enabled: false, OriginShieldRegion: 'eu-west-1' } })],
    }),
  },
}
