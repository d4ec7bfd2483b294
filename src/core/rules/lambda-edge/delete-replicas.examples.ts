import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'
import { edgeLambda, onEvent } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    retained: distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      {
        ...edgeLambda(),
        Edge: { type: 'AWS::Lambda::Function', config: { Runtime: 'nodejs22.x' }, deletionPolicy: 'Retain' },
      },
    ),
    'not of the template': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [
          {
            EventType: 'origin-request',
            LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:3',
          },
        ],
      }),
    }),
  },
  invalid: {
    'deleted with the stack': distribution({ DefaultCacheBehavior: onEvent('origin-request') }, edgeLambda()),
  },
}
