import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a dynamic reference': distribution({
      Origins: [
        customOrigin('web', {
          CustomHeaders: [
            { HeaderName: 'X-Origin-Verify', HeaderValue: '{{resolve:secretsmanager:verify}}' },
          ],
        }),
      ],
    }),
  },
  invalid: {
    'written out': distribution({
      Origins: [
        customOrigin('web', {
          CustomHeaders: [{ HeaderName: 'X-Origin-Verify', HeaderValue: 'an-example-of-a-value' }],
        }),
      ],
    }),
  },
}
