import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { distribution } from '#fixtures/build.ts'

const document = distribution({
  WebACLId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/11111111-2222-3333-4444-555555555555',
})

export const examples: RuleExamples = {
  valid: {
    'the same account': { document, account: { accountId: '111122223333' } },
    'an account that is not known': document,
  },
  invalid: {
    'another account': { document, account: { accountId: '444455556666' } },
  },
}
