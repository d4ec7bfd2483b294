import type { Origin } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

const arn = 'arn:aws:lambda:us-east-1:111122223333:function:edge:3'
const vpc: Origin = {
  key: 'origin-web',
  Id: 'web',
  DomainName: 'internal.example.org',
  VpcOriginConfig: { VpcOriginId: 'vo_1234567890abcdef' },
}

export const examples: RuleExamples = {
  valid: {
    'a public origin': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [
          {
            EventType: 'origin-request',
            LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:edge:3',
          },
        ],
      }),
    }),
    'a viewer event': distribution({
      Origins: [vpc],
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [{ EventType: 'viewer-request', LambdaFunctionARN: arn }],
      }),
    }),
  },
  invalid: {
    'an origin event': distribution({
      Origins: [vpc],
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [{ EventType: 'origin-request', LambdaFunctionARN: arn }],
      }),
    }),
  },
}
