import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { oac } from '#fixtures/build.ts'
import { namedTwice } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = namedTwice(oac)
