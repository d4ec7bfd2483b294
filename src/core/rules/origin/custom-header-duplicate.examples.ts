import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'two names': distribution({
      Origins: [
        customOrigin('a', {
          CustomHeaders: [
            { HeaderName: 'X-A', HeaderValue: '1' },
            { HeaderName: 'X-B', HeaderValue: '1' },
          ],
        }),
      ],
    }),
  },
  invalid: {
    'one name twice': distribution({
      Origins: [
        customOrigin('a', {
          CustomHeaders: [
            { HeaderName: 'X-A', HeaderValue: '1' },
            { HeaderName: 'x-a', HeaderValue: '2' },
          ],
        }),
      ],
    }),
  },
}
