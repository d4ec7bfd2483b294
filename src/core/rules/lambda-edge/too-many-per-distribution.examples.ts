import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

const many = (count: number, versionOf: (index: number) => number) =>
  Array.from({ length: count }, (_, index) =>
    behavior(`/${index}/*`, 'web', {
      LambdaFunctionAssociations: [
        {
          EventType: 'origin-request',
          LambdaFunctionARN: `arn:aws:lambda:us-east-1:111122223333:function:edge:${versionOf(index)}`,
        },
      ],
    }),
  )

export const examples: RuleExamples = {
  valid: {
    'one function everywhere': distribution({ CacheBehaviors: many(101, () => 1) }),
    'more by request': {
      document: distribution({ CacheBehaviors: many(101, (index) => index) }),
      account: { quotaOverrides: { 'lambda-edge-functions-per-distribution': 200 } },
    },
  },
  invalid: {
    '101': distribution({ CacheBehaviors: many(101, (index) => index) }),
  },
}
