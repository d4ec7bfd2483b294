import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    API: distribution({}, { P: { type: 'CachePolicy', config: { Name: 'p', MinTTL: 0 } } }),
  },
  invalid: {
    template: {
      ...distribution({}, { P: { type: 'CachePolicy', config: { Name: 'p', MinTTL: 0 } } }),
      source: { format: 'cloudformation-yaml', text: '' },
    },
  },
}
