/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyConfig.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { corsMethod, frameOption, referrerPolicy } from '#core/model/shapes/enums.ts'
import { boolean, itemsList, number, string, structure } from '#core/model/shapes/shape.ts'
import { choice, field, onOff, seconds, section, text } from './kind/form-field.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    ResponseHeadersPolicy: ResponseHeadersPolicyConfig
  }
}

const requiredItems = itemsList(string, { required: true })

const config = structure<sdk.ResponseHeadersPolicyConfig>()({
  Comment: string,
  Name: string,
  CorsConfig: structure<sdk.ResponseHeadersPolicyCorsConfig>()({
    AccessControlAllowOrigins: requiredItems,
    AccessControlAllowHeaders: requiredItems,
    AccessControlAllowMethods: itemsList(corsMethod, { required: true }),
    AccessControlAllowCredentials: boolean,
    AccessControlExposeHeaders: itemsList(string),
    AccessControlMaxAgeSec: number,
    OriginOverride: boolean,
  }),
  SecurityHeadersConfig: structure<sdk.ResponseHeadersPolicySecurityHeadersConfig>()({
    XSSProtection: structure<sdk.ResponseHeadersPolicyXSSProtection>()({
      Override: boolean,
      Protection: boolean,
      ModeBlock: boolean,
      ReportUri: string,
    }),
    FrameOptions: structure<sdk.ResponseHeadersPolicyFrameOptions>()({
      Override: boolean,
      FrameOption: frameOption,
    }),
    ReferrerPolicy: structure<sdk.ResponseHeadersPolicyReferrerPolicy>()({
      Override: boolean,
      ReferrerPolicy: referrerPolicy,
    }),
    ContentSecurityPolicy: structure<sdk.ResponseHeadersPolicyContentSecurityPolicy>()({
      Override: boolean,
      ContentSecurityPolicy: string,
    }),
    ContentTypeOptions: structure<sdk.ResponseHeadersPolicyContentTypeOptions>()({ Override: boolean }),
    StrictTransportSecurity: structure<sdk.ResponseHeadersPolicyStrictTransportSecurity>()({
      Override: boolean,
      IncludeSubdomains: boolean,
      Preload: boolean,
      AccessControlMaxAgeSec: number,
    }),
  }),
  ServerTimingHeadersConfig: structure<sdk.ResponseHeadersPolicyServerTimingHeadersConfig>()({
    Enabled: boolean,
    SamplingRate: number,
  }),
  CustomHeadersConfig: itemsList(
    structure<sdk.ResponseHeadersPolicyCustomHeader>()({ Header: string, Value: string, Override: boolean }),
  ),
  RemoveHeadersConfig: itemsList(structure<sdk.ResponseHeadersPolicyRemoveHeader>()({ Header: string })),
})

export const responseHeadersPolicy = defineResource({
  type: 'ResponseHeadersPolicy',
  label: 'response headers policy',
  picture: 'headers',
  apiPage: 'ResponseHeadersPolicyConfig',
  config,
  required: {
    fields: ['Name'],
    within: {
      CorsConfig: {
        fields: [
          'AccessControlAllowOrigins',
          'AccessControlAllowHeaders',
          'AccessControlAllowMethods',
          'AccessControlAllowCredentials',
          'OriginOverride',
        ],
      },
      CustomHeadersConfig: { fields: ['Header', 'Value', 'Override'] },
      RemoveHeadersConfig: { fields: ['Header'] },
      ServerTimingHeadersConfig: { fields: ['Enabled'] },
      SecurityHeadersConfig: {
        within: {
          ContentSecurityPolicy: { fields: ['Override', 'ContentSecurityPolicy'] },
          ContentTypeOptions: { fields: ['Override'] },
          FrameOptions: { fields: ['Override', 'FrameOption'] },
          ReferrerPolicy: { fields: ['Override', 'ReferrerPolicy'] },
          StrictTransportSecurity: { fields: ['Override', 'AccessControlMaxAgeSec'] },
          XSSProtection: { fields: ['Override', 'Protection'] },
        },
      },
    },
  },
  cloudFormation: {
    type: 'AWS::CloudFront::ResponseHeadersPolicy',
    wrapper: 'ResponseHeadersPolicyConfig',
    identity: ['', 'Id'],
  },
  terraform: { type: 'aws_cloudfront_response_headers_policy', lists: 'wrapped', identity: 'id' },
  namedBy: [{ field: 'ResponseHeadersPolicyId', by: 'id' }],
  placement: { on: 'behavior', field: ['ResponseHeadersPolicyId'] },
  form: [
    section('Response headers policy', text('Name', 'Name'), text('Comment', 'Description')),
    section(
      'Security headers',
      seconds(
        'SecurityHeadersConfig.StrictTransportSecurity.AccessControlMaxAgeSec',
        'Strict-Transport-Security for',
        'Browsers use HTTPS alone for this long.',
      ),
      onOff('SecurityHeadersConfig.StrictTransportSecurity.IncludeSubdomains', 'Include subdomains'),
      onOff('SecurityHeadersConfig.StrictTransportSecurity.Preload', 'Preload'),
      onOff('SecurityHeadersConfig.StrictTransportSecurity.Override', 'Replace what the origin sends'),
      onOff('SecurityHeadersConfig.ContentTypeOptions.Override', 'X-Content-Type-Options: nosniff'),
      choice('SecurityHeadersConfig.FrameOptions.FrameOption', 'X-Frame-Options', ['DENY', 'SAMEORIGIN']),
      choice('SecurityHeadersConfig.ReferrerPolicy.ReferrerPolicy', 'Referrer-Policy', [
        'no-referrer',
        'no-referrer-when-downgrade',
        'origin',
        'origin-when-cross-origin',
        'same-origin',
        'strict-origin',
        'strict-origin-when-cross-origin',
        'unsafe-url',
      ]),
      text(
        'SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy',
        'Content-Security-Policy',
        undefined,
        "default-src 'self'",
      ),
    ),
    section(
      'CORS',
      field('CorsConfig.AccessControlAllowOrigins', 'Allowed origins', { is: 'lines' }, '“*” is every one.'),
      field(
        'CorsConfig.AccessControlAllowMethods',
        'Allowed methods',
        { is: 'lines' },
        'One per line, or ALL.',
      ),
      field('CorsConfig.AccessControlAllowHeaders', 'Allowed headers', { is: 'lines' }),
      field('CorsConfig.AccessControlExposeHeaders', 'Exposed headers', { is: 'lines' }),
      onOff('CorsConfig.AccessControlAllowCredentials', 'With credentials'),
      seconds('CorsConfig.AccessControlMaxAgeSec', 'Preflight kept for'),
      onOff('CorsConfig.OriginOverride', 'Over what the origin says'),
    ),
  ],
  presets: [
    {
      id: 'response-headers-policy',
      label: 'Response headers policy',
      group: 'Policies',
      hint: 'CORS and security headers',
      name: 'ResponseHeadersPolicy',
      config: {
        Name: 'my-response-headers',
        SecurityHeadersConfig: {
          ContentTypeOptions: { Override: true },
          StrictTransportSecurity: {
            Override: true,
            AccessControlMaxAgeSec: 63_072_000,
            IncludeSubdomains: true,
          },
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
      'CreateResponseHeadersPolicy',
      'DeleteResponseHeadersPolicy',
      'GetResponseHeadersPolicy',
      'GetResponseHeadersPolicyConfig',
      'ListResponseHeadersPolicies',
      'UpdateResponseHeadersPolicy',
    ],
    script: {
      command: 'response-headers-policy',
      member: 'ResponseHeadersPolicyConfig',
      answer: 'ResponseHeadersPolicy',
      hasCallerReference: false,
    },
  },
})
