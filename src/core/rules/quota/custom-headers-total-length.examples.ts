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
        customOrigin('web', {
          CustomHeaders: Array.from({ length: 7 }, (_, index) => ({
            HeaderName: `x-${index}`,
            HeaderValue: 'v'.repeat(1700),
          })),
        }),
      ],
    }),
  },
}
