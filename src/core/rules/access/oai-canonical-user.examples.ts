import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { withIdentity } from '#fixtures/build-around.ts'

const user = (ref: string, attribute?: string) => ({
  CanonicalUser: { ref, ...(attribute !== undefined && { attribute }) },
})

export const examples: RuleExamples = {
  valid: {
    'its own canonical user': withIdentity(user('Identity', 'S3CanonicalUserId')),
    'its ARN': withIdentity({ AWS: { unknown: '!Sub …', expression: '', refs: ['Identity'] } }),
    'one that the deployment decides': withIdentity({
      CanonicalUser: { unknown: '!Ref User', expression: { Ref: 'User' } },
    }),
  },
  invalid: {
    "another's": withIdentity(user('Another', 'S3CanonicalUserId')),
    'its id': withIdentity(user('Identity')),
  },
}
