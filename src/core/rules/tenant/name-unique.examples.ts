import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { namedTwice, tenant } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = namedTwice(tenant())
