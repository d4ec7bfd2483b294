import type { Behavior, DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, cachePolicy, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

const site = (
  SigningBehavior: 'always' | 'no-override',
  CachePolicyId: NonNullable<Behavior['CachePolicyId']>,
): DesignDocument =>
  distribution(
    {
      Origins: [bucketOrigin('files')],
      DefaultCacheBehavior: defaultBehavior('files', { CachePolicyId }),
    },
    {
      Oac: {
        type: 'OriginAccessControl',
        config: {
          Name: 'oac',
          OriginAccessControlOriginType: 's3',
          SigningProtocol: 'sigv4',
          SigningBehavior,
        },
      },
      ByUser: cachePolicy({}, { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['authorization'] } }),
    },
  )

export const examples: RuleExamples = {
  valid: {
    'signs always': site('always', managed.cachingOptimized),
    'in the cache key': site('no-override', { ref: 'ByUser' }),
    'a policy of the account': site('no-override', '11111111-2222-3333-4444-555555555555'),
  },
  invalid: {
    dropped: site('no-override', managed.cachingOptimized),
    'not cached': site('no-override', managed.cachingDisabled),
  },
}
