import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, defaultBehavior, distribution, originRequestPolicy } from '#fixtures/build.ts'

const keyed = (names: string[], isOn = true): DesignDocument =>
  distribution(
    {
      DefaultCacheBehavior: defaultBehavior('web', {
        CachePolicyId: { ref: 'ByQuery' },
        TrustedKeyGroups: { Enabled: isOn, Items: isOn ? ['g'] : [] },
      }),
    },
    {
      ByQuery: cachePolicy(
        {},
        { QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: names } },
      ),
    },
  )

export const examples: RuleExamples = {
  valid: {
    'another name': keyed(['page', 'expires']),
    'not signed': keyed(['Expires'], false),
  },
  invalid: {
    'in the cache key': keyed(['page', 'Expires']),
    forwarded: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          OriginRequestPolicyId: { ref: 'Forward' },
          TrustedKeyGroups: { Enabled: true, Items: ['g'] },
        }),
      },
      {
        Forward: originRequestPolicy({
          QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['Policy'] },
        }),
      },
    ),
  },
}
