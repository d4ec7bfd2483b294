import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, responseHeadersPolicy } from '#fixtures/build.ts'

const tagged = (HeaderName: string, attached = true): DesignDocument =>
  distribution(
    {
      CacheTagConfig: { HeaderName },
      DefaultCacheBehavior: defaultBehavior(
        'web',
        attached ? { ResponseHeadersPolicyId: { ref: 'WithoutTags' } } : {},
      ),
    },
    { WithoutTags: responseHeadersPolicy({ RemoveHeadersConfig: [{ Header: 'Cache-Tag' }] }) },
  )

export const examples: RuleExamples = {
  valid: {
    'removed from what viewers get': tagged('cache-tag'),
    'no tags': distribution(),
    'a policy that the deployment decides': distribution({
      CacheTagConfig: { HeaderName: 'cache-tag' },
      DefaultCacheBehavior: defaultBehavior('web', {
        ResponseHeadersPolicyId: { unknown: '!Ref Policy', expression: { Ref: 'Policy' } },
      }),
    }),
  },
  invalid: {
    'a space': tagged('cache tag'),
    empty: tagged(''),
    'another header is removed': tagged('x-tags'),
    'nothing is removed': tagged('cache-tag', false),
  },
}
