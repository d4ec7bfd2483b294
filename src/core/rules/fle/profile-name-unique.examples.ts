import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { encryptionProfile, namedTwice } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = namedTwice(encryptionProfile())
