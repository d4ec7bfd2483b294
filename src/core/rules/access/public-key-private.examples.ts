import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    public: distribution(
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
    private: distribution(
      {},
      {
        K: {
          type: 'PublicKey',
          config: {
            Name: 'k',
            CallerReference: 'k',
            EncodedKey: ['-----BEGIN', 'PRIVATE KEY-----'].join(' '),
          },
        },
      },
    ),
  },
}
