import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a year': distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: {
            StrictTransportSecurity: { Override: true, AccessControlMaxAgeSec: 31_536_000 },
          },
        }),
      },
    ),
  },
  invalid: {
    negative: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: { StrictTransportSecurity: { Override: true, AccessControlMaxAgeSec: -1 } },
        }),
      },
    ),
  },
}
