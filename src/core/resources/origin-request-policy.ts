/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginRequestPolicyConfig.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { forwardedHeaders } from '#core/model/shapes/enums.ts'
import { list, string, structure } from '#core/model/shapes/shape.ts'
import { choice, field, section, text } from './kind/form-field.ts'
import { defineResource } from './kind/kind.ts'
import { keyedCookies, keyedQueryStrings, nothingNamed, policyParts } from './kind/policy-parts.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    OriginRequestPolicy: OriginRequestPolicyConfig
  }
}

const headers = structure<sdk.OriginRequestPolicyHeadersConfig>()({
  HeaderBehavior: forwardedHeaders,
  Headers: list(string),
})

export const originRequestPolicy = defineResource({
  type: 'OriginRequestPolicy',
  label: 'origin request policy',
  picture: 'forward',
  apiPage: 'OriginRequestPolicyConfig',
  config: structure<sdk.OriginRequestPolicyConfig>()({
    Comment: string,
    Name: string,
    HeadersConfig: headers,
    CookiesConfig: keyedCookies,
    QueryStringsConfig: keyedQueryStrings,
  }),
  required: { fields: ['Name', ...policyParts.fields], within: policyParts.within },
  cloudFormation: {
    type: 'AWS::CloudFront::OriginRequestPolicy',
    wrapper: 'OriginRequestPolicyConfig',
    identity: ['', 'Id'],
  },
  terraform: { type: 'aws_cloudfront_origin_request_policy', lists: 'wrapped', identity: 'id' },
  namedBy: [{ field: 'OriginRequestPolicyId', by: 'id' }],
  placement: { on: 'behavior', field: ['OriginRequestPolicyId'] },
  form: [
    section(
      'Origin request policy',
      text('Name', 'Name'),
      choice('HeadersConfig.HeaderBehavior', 'Headers', [
        'none',
        'whitelist',
        'allViewer',
        'allViewerAndWhitelistCloudFront',
        'allExcept',
      ]),
      field('HeadersConfig.Headers', 'Header names', { is: 'lines' }),
      choice('QueryStringsConfig.QueryStringBehavior', 'Query strings', [
        'none',
        'whitelist',
        'all',
        'allExcept',
      ]),
      field('QueryStringsConfig.QueryStrings', 'Query string names', { is: 'lines' }),
      choice('CookiesConfig.CookieBehavior', 'Cookies', ['none', 'whitelist', 'all', 'allExcept']),
      field('CookiesConfig.Cookies', 'Cookie names', { is: 'lines' }),
    ),
  ],
  presets: [
    {
      id: 'origin-request-policy',
      label: 'Origin request policy',
      group: 'Policies',
      hint: 'what the origin is sent',
      name: 'OriginRequestPolicy',
      config: { Name: 'my-origin-request-policy', ...nothingNamed },
    },
  ],
  deployment: {
    order: 0,
    identifiedBy: 'id',
    fixed: [],
    isShared: true,
    onCreation: null,
    permissions: [
      'CreateOriginRequestPolicy',
      'DeleteOriginRequestPolicy',
      'GetOriginRequestPolicy',
      'GetOriginRequestPolicyConfig',
      'ListOriginRequestPolicies',
      'UpdateOriginRequestPolicy',
    ],
    script: {
      command: 'origin-request-policy',
      member: 'OriginRequestPolicyConfig',
      answer: 'OriginRequestPolicy',
      hasCallerReference: false,
    },
  },
})
