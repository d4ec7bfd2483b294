import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution({ Comment: 'The site' }),
  },
  invalid: {
    long: distribution({ Comment: 'c'.repeat(129) }),
    'of a policy': distribution({}, { P: cachePolicy({ Comment: 'c'.repeat(129) }) }),
  },
}
