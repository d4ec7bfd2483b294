import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { namedTwice } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = namedTwice({
  type: 'PublicKey',
  config: {
    CallerReference: 'a',
    Name: 'signer',
    EncodedKey: '-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----\n',
  },
})
