import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a header of your own': distribution({
      Origins: [customOrigin('a', { CustomHeaders: [{ HeaderName: 'X-Verify', HeaderValue: 'yes' }] })],
    }),
  },
  invalid: {
    'a reserved one': distribution({
      Origins: [customOrigin('a', { CustomHeaders: [{ HeaderName: 'Host', HeaderValue: 'a.example.org' }] })],
    }),
  },
}
