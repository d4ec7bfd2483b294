import type { DesignDocument, Origin } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

const plain = (Id: string): Origin =>
  customOrigin(Id, {
    CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'http-only' },
  })
const forwarding = (OriginRequestPolicyId: string, origin = plain('web')): DesignDocument =>
  distribution({
    Origins: [origin],
    DefaultCacheBehavior: defaultBehavior('web', {
      CachePolicyId: managed.cachingDisabled,
      OriginRequestPolicyId,
    }),
  })

export const examples: RuleExamples = {
  valid: {
    'over HTTPS': forwarding(managed.allViewer, customOrigin('web')),
    'no cookies': distribution({ Origins: [plain('web')] }),
    'a policy of the account': forwarding('11111111-2222-3333-4444-555555555555'),
  },
  invalid: {
    cookies: forwarding(managed.allViewer),
    'in the cache key': distribution({
      Origins: [plain('web')],
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ViewerProtocolPolicy: 'redirect-to-https',
        ForwardedValues: { QueryString: false, Cookies: { Forward: 'all' } },
      },
    }),
    Authorization: distribution(
      {
        Origins: [plain('web')],
        DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'ByUser' } }),
      },
      {
        ByUser: cachePolicy(
          {},
          { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Authorization'] } },
        ),
      },
    ),
  },
}
