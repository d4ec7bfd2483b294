import type { RuleExamples } from '#core/rules/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    both: distribution({}, { P: cachePolicy({}, {}) }),
  },
  invalid: {
    one: distribution({}, { P: cachePolicy({}, { EnableAcceptEncodingGzip: false }) }),
  },
}
