import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a bucket only': distribution(
      {
        Origins: [bucketOrigin('b')],
        CustomErrorResponses: [{ ErrorCode: 403, ResponseCode: '200', ResponsePagePath: '/index.html' }],
      },
      { Oac: oac },
    ),
  },
  invalid: {
    'an API': distribution(
      {
        Origins: [bucketOrigin('b'), customOrigin('api')],
        CacheBehaviors: [behavior('/api/*', 'api')],
        CustomErrorResponses: [{ ErrorCode: 403, ResponseCode: '200', ResponsePagePath: '/index.html' }],
      },
      { Oac: oac },
    ),
  },
}
