/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html and what it holds. */
import type * as sdk from '@aws-sdk/client-cloudfront'
import {
  certificateSource,
  connectionMode,
  eventType,
  geoRestrictionType,
  httpVersion,
  ipAddressType,
  itemSelection,
  method,
  minimumProtocolVersion,
  originProtocolPolicy,
  priceClass,
  selectionCriteria,
  sslProtocol,
  sslSupportMethod,
  viewerMtlsMode,
  viewerProtocolPolicy,
} from '#core/model/shapes/enums.ts'
import {
  boolean,
  countedList,
  list,
  named,
  number,
  plainList,
  required,
  type Shape,
  string,
  structure,
} from '#core/model/shapes/shape.ts'

const sslProtocols = list(sslProtocol, { required: true })

const origin = structure<sdk.Origin>()({
  Id: string,
  DomainName: string,
  OriginPath: string,
  CustomHeaders: named(
    'OriginCustomHeaders',
    list(structure<sdk.OriginCustomHeader>()({ HeaderName: string, HeaderValue: string })),
  ),
  S3OriginConfig: structure<sdk.S3OriginConfig>()({
    OriginAccessIdentity: required(string, ''),
    OriginReadTimeout: number,
  }),
  CustomOriginConfig: structure<sdk.CustomOriginConfig>()({
    HTTPPort: required(number, 80),
    HTTPSPort: required(number, 443),
    OriginProtocolPolicy: originProtocolPolicy,
    OriginSslProtocols: named('OriginSSLProtocols', sslProtocols),
    OriginReadTimeout: number,
    OriginKeepaliveTimeout: number,
    IpAddressType: ipAddressType,
    OriginMtlsConfig: structure<sdk.OriginMtlsConfig>()({ ClientCertificateArn: string }),
  }),
  VpcOriginConfig: structure<sdk.VpcOriginConfig>()({
    VpcOriginId: string,
    OwnerAccountId: string,
    OriginReadTimeout: number,
    OriginKeepaliveTimeout: number,
  }),
  ConnectionAttempts: number,
  ConnectionTimeout: number,
  ResponseCompletionTimeout: number,
  OriginShield: structure<sdk.OriginShield>()({
    Enabled: required(boolean, false),
    OriginShieldRegion: string,
  }),
  OriginAccessControlId: string,
})

const originGroup = structure<sdk.OriginGroup>()({
  Id: string,
  FailoverCriteria: structure<sdk.OriginGroupFailoverCriteria>()({
    StatusCodes: countedList(number, { required: true }),
  }),
  Members: countedList(structure<sdk.OriginGroupMember>()({ OriginId: string }), { required: true }),
  SelectionCriteria: selectionCriteria,
})

const trusted = structure<sdk.TrustedKeyGroups>()(
  { Enabled: boolean, Items: plainList(string) },
  { counted: true },
)

const behaviorFields = {
  TargetOriginId: string,
  TrustedSigners: trusted,
  TrustedKeyGroups: trusted,
  ViewerProtocolPolicy: viewerProtocolPolicy,
  AllowedMethods: structure<sdk.AllowedMethods>()(
    { Items: plainList(method), CachedMethods: list(method, { required: true }) },
    { counted: true },
  ),
  SmoothStreaming: boolean,
  Compress: boolean,
  LambdaFunctionAssociations: list(
    structure<sdk.LambdaFunctionAssociation>()({
      LambdaFunctionARN: string,
      EventType: eventType,
      IncludeBody: boolean,
    }),
  ),
  FunctionAssociations: list(
    structure<sdk.FunctionAssociation>()({ FunctionARN: string, EventType: eventType }),
  ),
  FieldLevelEncryptionId: string,
  RealtimeLogConfigArn: string,
  CachePolicyId: string,
  OriginRequestPolicyId: string,
  ResponseHeadersPolicyId: string,
  GrpcConfig: structure<sdk.GrpcConfig>()({ Enabled: boolean }),
  ForwardedValues: structure<sdk.ForwardedValues>()({
    QueryString: boolean,
    Cookies: structure<sdk.CookiePreference>()({ Forward: itemSelection, WhitelistedNames: list(string) }),
    Headers: list(string),
    QueryStringCacheKeys: list(string),
  }),
  MinTTL: number,
  DefaultTTL: number,
  MaxTTL: number,
} as const satisfies Readonly<Record<keyof sdk.DefaultCacheBehavior, Shape>>

const defaultCacheBehavior = structure<sdk.DefaultCacheBehavior>()(behaviorFields)
const cacheBehavior = structure<sdk.CacheBehavior>()({ PathPattern: string, ...behaviorFields })

/** Fields of legacy templates that a reader turns into today's, by the place where they stand. */
export const distributionConfig = structure<sdk.DistributionConfig>()({
  CallerReference: named(null, string),
  Aliases: list(string),
  DefaultRootObject: required(string, ''),
  Origins: list(origin, { required: true }),
  OriginGroups: countedList(originGroup),
  DefaultCacheBehavior: defaultCacheBehavior,
  CacheBehaviors: list(cacheBehavior),
  CustomErrorResponses: list(
    structure<sdk.CustomErrorResponse>()({
      ErrorCode: number,
      ResponsePagePath: string,
      ResponseCode: string,
      ErrorCachingMinTTL: number,
    }),
  ),
  Comment: required(string, ''),
  Logging: structure<sdk.LoggingConfig>()({
    Enabled: named(null, boolean),
    IncludeCookies: required(boolean, false),
    Bucket: required(string, ''),
    Prefix: required(string, ''),
  }),
  PriceClass: priceClass,
  Enabled: boolean,
  ViewerCertificate: structure<sdk.ViewerCertificate>()({
    CloudFrontDefaultCertificate: boolean,
    IAMCertificateId: named('IamCertificateId', string),
    ACMCertificateArn: named('AcmCertificateArn', string),
    SSLSupportMethod: named('SslSupportMethod', sslSupportMethod),
    MinimumProtocolVersion: minimumProtocolVersion,
    Certificate: named(null, string),
    CertificateSource: named(null, certificateSource),
  }),
  Restrictions: structure<sdk.Restrictions>()({
    GeoRestriction: structure<sdk.GeoRestriction>()(
      { RestrictionType: geoRestrictionType, Items: named('Locations', plainList(string)) },
      { counted: true },
    ),
  }),
  WebACLId: required(string, ''),
  HttpVersion: httpVersion,
  IsIPV6Enabled: named('IPV6Enabled', boolean),
  ContinuousDeploymentPolicyId: string,
  Staging: boolean,
  AnycastIpListId: string,
  TenantConfig: structure<sdk.TenantConfig>()({
    ParameterDefinitions: plainList(
      structure<sdk.ParameterDefinition>()({
        Name: string,
        Definition: structure<sdk.ParameterDefinitionSchema>()({
          StringSchema: structure<sdk.StringSchemaConfig>()({
            Comment: string,
            DefaultValue: string,
            Required: boolean,
          }),
        }),
      }),
    ),
  }),
  ConnectionMode: connectionMode,
  ViewerMtlsConfig: structure<sdk.ViewerMtlsConfig>()({
    Mode: viewerMtlsMode,
    TrustStoreConfig: structure<sdk.TrustStoreConfig>()({
      TrustStoreId: string,
      AdvertiseTrustStoreCaNames: boolean,
      IgnoreCertificateExpiry: boolean,
    }),
  }),
  ConnectionFunctionAssociation: structure<sdk.ConnectionFunctionAssociation>()({ Id: string }),
  CacheTagConfig: structure<sdk.CacheTagConfig>()({ HeaderName: string }),
})
