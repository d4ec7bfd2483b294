import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    HTTPS: distribution({
      DefaultCacheBehavior: defaultBehavior('web', { TrustedKeyGroups: { Enabled: true, Items: ['k'] } }),
    }),
  },
  invalid: {
    HTTP: distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        TrustedKeyGroups: { Enabled: true, Items: ['k'] },
        ViewerProtocolPolicy: 'allow-all',
      }),
    }),
  },
}
