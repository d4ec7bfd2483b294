import type { RuleExamples } from '#core/rules/examples.ts'
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
