import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution, group } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution(),
  },
  invalid: {
    servers: distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('g', ['a', 'b'], { SelectionCriteria: 'media-quality-based' })],
    }),
  },
}
