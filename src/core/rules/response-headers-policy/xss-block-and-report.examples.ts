import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    blocks: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: { XSSProtection: { Override: true, Protection: true, ModeBlock: true } },
        }),
      },
    ),
  },
  invalid: {
    both: distribution(
      {},
      {
        P: responseHeadersPolicy({
          SecurityHeadersConfig: {
            XSSProtection: {
              Override: true,
              Protection: true,
              ModeBlock: true,
              ReportUri: 'https://example.com/r',
            },
          },
        }),
      },
    ),
  },
}
