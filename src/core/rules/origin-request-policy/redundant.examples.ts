import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, defaultBehavior, distribution, managed, originRequestPolicy } from '#fixtures/build.ts'

const keyedByLanguage = cachePolicy(
  {},
  { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept-Language', 'Origin'] } },
)
const sending = (...Headers: string[]): DesignDocument =>
  distribution(
    {
      DefaultCacheBehavior: defaultBehavior('web', {
        CachePolicyId: { ref: 'ByLanguage' },
        OriginRequestPolicyId: { ref: 'Send' },
      }),
    },
    {
      ByLanguage: keyedByLanguage,
      Send: originRequestPolicy(
        Headers.length > 0 ? { HeadersConfig: { HeaderBehavior: 'whitelist', Headers } } : {},
      ),
    },
  )

export const examples: RuleExamples = {
  valid: {
    'something more': sending('Accept-Language', 'User-Agent'),
    'every header': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { OriginRequestPolicyId: managed.allViewer }),
    }),
    'a policy of the account': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        OriginRequestPolicyId: '11111111-2222-3333-4444-555555555555',
      }),
    }),
    none: distribution(),
  },
  invalid: {
    'the same': sending('accept-language'),
    nothing: sending(),
  },
}
