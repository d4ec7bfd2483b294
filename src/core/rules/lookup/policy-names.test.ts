import { expect, test } from 'vitest'
import type { OriginRequestPolicyConfig } from '#core/model/document.ts'
import { emptyLists, policyLists } from './policy-names.ts'

test('where nobody is named, “only those” is none and “all but those” is all', () => {
  const instead = (policy: Omit<OriginRequestPolicyConfig, 'Name'>) =>
    [...emptyLists(policyLists({ Name: 'policy', ...policy }, []))].map((list) => list.instead)
  expect(
    instead({
      HeadersConfig: { HeaderBehavior: 'whitelist' },
      CookiesConfig: { CookieBehavior: 'whitelist' },
      QueryStringsConfig: { QueryStringBehavior: 'whitelist' },
    }),
  ).toEqual(['none', 'none', 'none'])
  expect(
    instead({
      HeadersConfig: { HeaderBehavior: 'allExcept' },
      CookiesConfig: { CookieBehavior: 'allExcept' },
      QueryStringsConfig: { QueryStringBehavior: 'allExcept' },
    }),
  ).toEqual(['allViewer', 'all', 'all'])
  expect(
    instead({
      HeadersConfig: { HeaderBehavior: 'allViewerAndWhitelistCloudFront' },
      CookiesConfig: { CookieBehavior: 'all' },
      QueryStringsConfig: { QueryStringBehavior: 'none' },
    }),
  ).toEqual(['allViewer'])
})
