import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    apart: distribution(
      { Aliases: ['*.example.com'] },
      { Other: { type: 'Distribution', config: { Aliases: ['www.example.org'] } } },
    ),
  },
  invalid: {
    overlap: distribution(
      { Aliases: ['*.example.com'] },
      { Other: { type: 'Distribution', config: { Aliases: ['www.example.com'] } } },
    ),
  },
}
