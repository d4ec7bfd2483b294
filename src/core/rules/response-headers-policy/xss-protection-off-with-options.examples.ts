import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    off: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: { XSSProtection: { Override: true, Protection: false } },
        }),
      },
    ),
  },
  invalid: {
    options: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: { XSSProtection: { Override: true, Protection: false, ModeBlock: true } },
        }),
      },
    ),
  },
}
