import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'a line break': distribution({
      Origins: [customOrigin('web', { CustomHeaders: [{ HeaderName: 'X-Key', HeaderValue: 'a\nb' }] })],
    }),
    'too long': distribution({
      Origins: [
        customOrigin('web', { CustomHeaders: [{ HeaderName: 'X-Key', HeaderValue: 'a'.repeat(1784) }] }),
      ],
    }),
  },
}
