import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, defaultBehavior, distribution, oac, responseHeadersPolicy } from '#fixtures/build.ts'

const withPolicy = (...removed: string[]): DesignDocument =>
  distribution(
    { DefaultCacheBehavior: defaultBehavior('web', { ResponseHeadersPolicyId: { ref: 'Headers' } }) },
    {
      Headers: responseHeadersPolicy({ RemoveHeadersConfig: removed.map((Header) => ({ Header })) }),
    },
  )

export const examples: RuleExamples = {
  valid: {
    'both removed': withPolicy('x-powered-by', 'Server'),
    'a bucket': distribution({ Origins: [bucketOrigin('files')] }, { Oac: oac }),
    'a function may remove them': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        FunctionAssociations: [{ EventType: 'viewer-response', FunctionARN: { ref: 'Edge' } }],
      }),
    }),
  },
  invalid: {
    'no policy': distribution(),
    'one of them': withPolicy('X-Powered-By'),
  },
}
