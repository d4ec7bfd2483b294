import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution({
      Origins: [customOrigin('web', { CustomHeaders: [{ HeaderName: 'x-id', HeaderValue: '1' }] })],
    }),
  },
  invalid: {
    long: distribution({
      Origins: [
        customOrigin('web', { CustomHeaders: [{ HeaderName: 'x-id', HeaderValue: '1'.repeat(1784) }] }),
      ],
    }),
  },
}
