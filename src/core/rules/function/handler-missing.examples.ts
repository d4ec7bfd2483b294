import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { running } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a handler': running(),
  },
  invalid: {
    'another name': running('function main(event) { return event.request }'),
  },
}
