import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    two: distribution({
      Origins: [
        customOrigin('web', {
          CustomHeaders: Array.from({ length: 2 }, (_, index) => ({
            HeaderName: `x-${index}`,
            HeaderValue: '1',
          })),
        }),
      ],
    }),
  },
  invalid: {
    '31': distribution({
      Origins: [
        customOrigin('web', {
          CustomHeaders: Array.from({ length: 31 }, (_, index) => ({
            HeaderName: `x-${index}`,
            HeaderValue: '1',
          })),
        }),
      ],
    }),
  },
}
