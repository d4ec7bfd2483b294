import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    both: distribution({}, { P: cachePolicy({}, {}) }),
  },
  invalid: {
    one: distribution({}, { P: cachePolicy({}, { EnableAcceptEncodingGzip: false }) }),
  },
}
