import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    cached: distribution({
      Origins: [customOrigin('web', { OriginShield: { Enabled: true, OriginShieldRegion: 'eu-west-1' } })],
    }),
  },
  invalid: {
    'not cached': distribution({
      Origins: [customOrigin('web', { OriginShield: { Enabled: true, OriginShieldRegion: 'eu-west-1' } })],
      DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingDisabled }),
    }),
  },
}
