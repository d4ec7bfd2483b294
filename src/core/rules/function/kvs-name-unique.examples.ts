import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { namedTwice } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = namedTwice({ type: 'KeyValueStore', config: { Name: 'redirects' } })
