import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    global: distribution({
      WebACLId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/11111111-2222-3333-4444-555555555555',
    }),
  },
  invalid: {
    regional: distribution({
      WebACLId: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/a/11111111-2222-3333-4444-555555555555',
    }),
  },
}
