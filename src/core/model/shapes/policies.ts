/** Cache, origin request and response headers policies: the API reference's *PolicyConfig pages. */
import type * as sdk from '@aws-sdk/client-cloudfront'
import {
  corsMethod,
  forwardedHeaders,
  frameOption,
  keyedHeaders,
  keyedItems,
  referrerPolicy,
} from './enums.ts'
import { boolean, itemsList, list, number, string, structure } from './shape.ts'

const headers = (of: 'cache' | 'origin-request') =>
  of === 'cache'
    ? structure<sdk.CachePolicyHeadersConfig>()({ HeaderBehavior: keyedHeaders, Headers: list(string) })
    : structure<sdk.OriginRequestPolicyHeadersConfig>()({
        HeaderBehavior: forwardedHeaders,
        Headers: list(string),
      })
const cookies = structure<sdk.CachePolicyCookiesConfig>()({
  CookieBehavior: keyedItems,
  Cookies: list(string),
})
const queryStrings = structure<sdk.CachePolicyQueryStringsConfig>()({
  QueryStringBehavior: keyedItems,
  QueryStrings: list(string),
})

export const cachePolicyConfig = structure<sdk.CachePolicyConfig>()({
  Comment: string,
  Name: string,
  DefaultTTL: number,
  MaxTTL: number,
  MinTTL: number,
  ParametersInCacheKeyAndForwardedToOrigin: structure<sdk.ParametersInCacheKeyAndForwardedToOrigin>()({
    EnableAcceptEncodingGzip: boolean,
    EnableAcceptEncodingBrotli: boolean,
    HeadersConfig: headers('cache'),
    CookiesConfig: cookies,
    QueryStringsConfig: queryStrings,
  }),
})

export const originRequestPolicyConfig = structure<sdk.OriginRequestPolicyConfig>()({
  Comment: string,
  Name: string,
  HeadersConfig: headers('origin-request'),
  CookiesConfig: cookies,
  QueryStringsConfig: queryStrings,
})

const requiredItems = itemsList(string, { required: true })

export const responseHeadersPolicyConfig = structure<sdk.ResponseHeadersPolicyConfig>()({
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
