import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    short: distribution({}, { Oac: oac }),
  },
  invalid: {
    long: distribution({}, { Oac: { type: 'OriginAccessControl', config: { Name: 'o'.repeat(65) } } }),
  },
}
