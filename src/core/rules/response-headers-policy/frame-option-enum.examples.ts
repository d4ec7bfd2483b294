import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    known: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: { FrameOptions: { Override: true, FrameOption: 'DENY' } },
        }),
      },
    ),
  },
  invalid: {
    unknown: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: { FrameOptions: { Override: true, FrameOption: 'ALLOW-FROM' as 'DENY' } },
        }),
      },
    ),
  },
}
