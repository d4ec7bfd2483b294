/** What cache policies and origin request policies have in common: headers, cookies and query strings by name. */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { keyedItems } from '#core/model/shapes/enums.ts'
import { list, string, structure } from '#core/model/shapes/shape.ts'

export const keyedCookies = structure<sdk.CachePolicyCookiesConfig>()({
  CookieBehavior: keyedItems,
  Cookies: list(string),
})
export const keyedQueryStrings = structure<sdk.CachePolicyQueryStringsConfig>()({
  QueryStringBehavior: keyedItems,
  QueryStrings: list(string),
})

export const policyParts = {
  fields: ['HeadersConfig', 'CookiesConfig', 'QueryStringsConfig'],
  within: {
    CookiesConfig: { fields: ['CookieBehavior'] },
    HeadersConfig: { fields: ['HeaderBehavior'] },
    QueryStringsConfig: { fields: ['QueryStringBehavior'] },
  },
} as const

export const nothingNamed = {
  HeadersConfig: { HeaderBehavior: 'none' },
  CookiesConfig: { CookieBehavior: 'none' },
  QueryStringsConfig: { QueryStringBehavior: 'none' },
} as const
