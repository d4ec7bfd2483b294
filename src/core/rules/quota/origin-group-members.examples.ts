import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, group } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    two: distribution({ OriginGroups: [group('g', ['web', 'other'])] }),
  },
  invalid: {
    three: distribution({
      OriginGroups: [
        group('g', ['web', 'other'], { Members: ['a', 'b', 'c'].map((OriginId) => ({ OriginId })) }),
      ],
    }),
  },
}
