import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    PEM: distribution(
      {},
      {
        K: {
          type: 'PublicKey',
          config: {
            Name: 'k',
            CallerReference: 'k',
            EncodedKey: '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n',
          },
        },
      },
    ),
  },
  invalid: {
    'no line break': distribution(
      {},
      {
        K: {
          type: 'PublicKey',
          config: {
            Name: 'k',
            CallerReference: 'k',
            EncodedKey: '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
          },
        },
      },
    ),
    text: distribution(
      {},
      { K: { type: 'PublicKey', config: { Name: 'k', CallerReference: 'k', EncodedKey: 'AAAA' } } },
    ),
  },
}
