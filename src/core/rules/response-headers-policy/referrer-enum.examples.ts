import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    known: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: { ReferrerPolicy: { Override: true, ReferrerPolicy: 'no-referrer' } },
        }),
      },
    ),
  },
  invalid: {
    unknown: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: {
            ReferrerPolicy: { Override: true, ReferrerPolicy: 'none' as 'no-referrer' },
          },
        }),
      },
    ),
  },
}
