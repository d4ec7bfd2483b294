import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'too much': distribution({
      Origins: [
        customOrigin('web', {
          CustomHeaders: Array.from({ length: 10 }, (_, index) => ({
            HeaderName: `X-H${index}`,
            HeaderValue: 'a'.repeat(1100),
          })),
        }),
      ],
    }),
  },
}
