import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'with one': distribution(),
  },
  invalid: {
    without: {
      formatVersion: 1,
      layout: {},
      scenarios: [],
      resources: { Site: { type: 'Distribution', config: { Enabled: true } } },
    },
  },
}
