import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { encryptionConfig } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    refused: distribution({}, { Fle: encryptionConfig() }),
  },
  invalid: {
    'content types': distribution({}, { Fle: encryptionConfig({ ForwardWhenContentTypeIsUnknown: true }) }),
    'query arguments': distribution(
      {},
      { Fle: encryptionConfig({}, { ForwardWhenQueryArgProfileIsUnknown: true }) },
    ),
  },
}
