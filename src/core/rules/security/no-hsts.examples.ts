import type { DesignDocument, Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, responseHeadersPolicy } from '#fixtures/build.ts'

const withPolicy = (policy: Resource): DesignDocument =>
  distribution(
    { DefaultCacheBehavior: defaultBehavior('web', { ResponseHeadersPolicyId: { ref: 'Headers' } }) },
    { Headers: policy },
  )

export const examples: RuleExamples = {
  valid: {
    'the managed policy': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        ResponseHeadersPolicyId: '67f7725c-6f97-4210-82d7-5512b31e9d03',
      }),
    }),
    'its own policy': withPolicy(
      responseHeadersPolicy({
        SecurityHeadersConfig: {
          StrictTransportSecurity: { Override: true, AccessControlMaxAgeSec: 31_536_000 },
        },
      }),
    ),
    'a custom header': withPolicy(
      responseHeadersPolicy({
        CustomHeadersConfig: [
          { Header: 'strict-transport-security', Value: 'max-age=31536000', Override: true },
        ],
      }),
    ),
    'HTTP is allowed': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { ViewerProtocolPolicy: 'allow-all' }),
    }),
    'a function may add it': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        FunctionAssociations: [{ EventType: 'viewer-response', FunctionARN: { ref: 'Edge' } }],
      }),
    }),
    'a policy of the account': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        ResponseHeadersPolicyId: '11111111-2222-3333-4444-555555555555',
      }),
    }),
  },
  invalid: {
    'no policy': distribution(),
    'a policy without it': withPolicy(
      responseHeadersPolicy({ SecurityHeadersConfig: { ContentTypeOptions: { Override: true } } }),
    ),
  },
}
