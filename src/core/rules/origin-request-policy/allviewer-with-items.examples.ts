import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    named: distribution(
      {},
      { P: originRequestPolicy({ HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['X-A'] } }) },
    ),
  },
  invalid: {
    'none with names': distribution(
      {},
      { P: originRequestPolicy({ HeadersConfig: { HeaderBehavior: 'none', Headers: ['X-A'] } }) },
    ),
  },
}
