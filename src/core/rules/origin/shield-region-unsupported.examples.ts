import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'one that has it': distribution({
      Origins: [customOrigin('a', { OriginShield: { Enabled: true, OriginShieldRegion: 'eu-west-1' } })],
    }),
  },
  invalid: {
    'one that has not': distribution({
      Origins: [customOrigin('a', { OriginShield: { Enabled: true, OriginShieldRegion: 'eu-north-1' } })],
    }),
  },
}
