import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    behavior(`/${index}/*`, 'web', {
      LambdaFunctionAssociations: [
        {
          EventType: 'origin-request',
          LambdaFunctionARN: `arn:aws:lambda:us-east-1:111122223333:function:edge:${index}`,
        },
      ],
    }),
  )

export const examples: RuleExamples = {
  valid: {
    'a few': distribution({ CacheBehaviors: many(3) }),
  },
  invalid: {
    'too many': distribution({ CacheBehaviors: many(101) }),
  },
}
