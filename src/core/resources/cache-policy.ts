/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { keyedHeaders } from '#core/model/shapes/enums.ts'
import { boolean, list, number, string, structure } from '#core/model/shapes/shape.ts'
import { choice, field, onOff, seconds, section, text } from './kind/form-field.ts'
import { defineResource } from './kind/kind.ts'
import { keyedCookies, keyedQueryStrings, nothingNamed, policyParts } from './kind/policy-parts.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    CachePolicy: CachePolicyConfig
  }
}

const headers = structure<sdk.CachePolicyHeadersConfig>()({
  HeaderBehavior: keyedHeaders,
  Headers: list(string),
})

export const cachePolicy = defineResource({
  type: 'CachePolicy',
  label: 'cache policy',
  picture: 'policy',
  apiPage: 'CachePolicyConfig',
  config: structure<sdk.CachePolicyConfig>()({
    Comment: string,
    Name: string,
    DefaultTTL: number,
    MaxTTL: number,
    MinTTL: number,
    ParametersInCacheKeyAndForwardedToOrigin: structure<sdk.ParametersInCacheKeyAndForwardedToOrigin>()({
      EnableAcceptEncodingGzip: boolean,
      EnableAcceptEncodingBrotli: boolean,
      HeadersConfig: headers,
      CookiesConfig: keyedCookies,
      QueryStringsConfig: keyedQueryStrings,
    }),
  }),
  required: {
    fields: ['Name'],
    within: {
      ParametersInCacheKeyAndForwardedToOrigin: {
        fields: ['EnableAcceptEncodingGzip', ...policyParts.fields],
        within: policyParts.within,
      },
    },
  },
  cloudFormation: {
    type: 'AWS::CloudFront::CachePolicy',
    wrapper: 'CachePolicyConfig',
    identity: ['', 'Id'],
  },
  terraform: { type: 'aws_cloudfront_cache_policy', lists: 'wrapped', identity: 'id' },
  namedBy: [{ field: 'CachePolicyId', by: 'id' }],
  placement: { on: 'behavior', field: ['CachePolicyId'] },
  form: [
    section(
      'Cache policy',
      text('Name', 'Name'),
      seconds('MinTTL', 'Minimum TTL', 'Above 0 it overrides no-store and private.'),
      seconds('DefaultTTL', 'Default TTL'),
      seconds('MaxTTL', 'Maximum TTL'),
    ),
    section(
      'Cache key',
      onOff('ParametersInCacheKeyAndForwardedToOrigin.EnableAcceptEncodingGzip', 'gzip'),
      onOff('ParametersInCacheKeyAndForwardedToOrigin.EnableAcceptEncodingBrotli', 'Brotli'),
      choice('ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig.HeaderBehavior', 'Headers', [
        'none',
        'whitelist',
      ]),
      field('ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig.Headers', 'Header names', {
        is: 'lines',
      }),
      choice(
        'ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig.QueryStringBehavior',
        'Query strings',
        ['none', 'whitelist', 'allExcept', 'all'],
      ),
      field(
        'ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig.QueryStrings',
        'Query string names',
        { is: 'lines' },
      ),
      choice('ParametersInCacheKeyAndForwardedToOrigin.CookiesConfig.CookieBehavior', 'Cookies', [
        'none',
        'whitelist',
        'allExcept',
        'all',
      ]),
      field('ParametersInCacheKeyAndForwardedToOrigin.CookiesConfig.Cookies', 'Cookie names', {
        is: 'lines',
      }),
    ),
  ],
  presets: [
    {
      id: 'cache-policy',
      label: 'Cache policy',
      group: 'Policies',
      hint: 'cache key and TTLs',
      name: 'CachePolicy',
      config: {
        Name: 'my-cache-policy',
        MinTTL: 0,
        DefaultTTL: 86_400,
        MaxTTL: 31_536_000,
        ParametersInCacheKeyAndForwardedToOrigin: {
          EnableAcceptEncodingGzip: true,
          EnableAcceptEncodingBrotli: true,
          ...nothingNamed,
        },
      },
    },
  ],
  deployment: {
    order: 0,
    identifiedBy: 'id',
    fixed: [],
    isShared: true,
    onCreation: null,
    permissions: [
      'CreateCachePolicy',
      'DeleteCachePolicy',
      'GetCachePolicy',
      'GetCachePolicyConfig',
      'ListCachePolicies',
      'UpdateCachePolicy',
    ],
    script: {
      command: 'cache-policy',
      member: 'CachePolicyConfig',
      answer: 'CachePolicy',
      hasCallerReference: false,
    },
  },
})
