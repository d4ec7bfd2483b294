import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    both: distribution({ HttpVersion: 'http2and3' }),
    'HTTP/2': distribution({ HttpVersion: 'http2' }),
  },
  invalid: {
    'HTTP/3 alone': distribution({ HttpVersion: 'http3' }),
  },
}
