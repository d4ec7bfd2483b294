import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { withStaging } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    none: withStaging(),
    'the same': withStaging(
      { WebACLId: { ref: 'Acl', attribute: 'Arn' } },
      { WebACLId: { ref: 'Acl', attribute: 'Arn' } },
    ),
  },
  invalid: {
    'on the primary only': withStaging({ WebACLId: { ref: 'Acl', attribute: 'Arn' } }),
  },
}
