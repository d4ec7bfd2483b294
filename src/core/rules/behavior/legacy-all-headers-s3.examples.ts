import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    all: distribution(
      {
        Origins: [bucketOrigin('web')],
        DefaultCacheBehavior: {
          TargetOriginId: 'web',
          ViewerProtocolPolicy: 'https-only',
          ForwardedValues: { QueryString: false, Headers: ['*'] },
          MinTTL: 0,
        },
      },
      { Oac: oac },
    ),
  },
}
