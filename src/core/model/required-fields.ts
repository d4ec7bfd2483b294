/**
 * Fields without which the API or CloudFormation refuses a resource, in the document's own form. Left out: counts,
 * which writers derive, and what writers fill in (CallerReference and Comment, but for a DistributionConfig as it is).
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_CloudFront.html
 */
import type { ResourceType } from './document.ts'

/** The required fields of a structure, and what the structures in its fields require; lists stand for their items. */
export interface Requirement {
  readonly fields?: readonly string[]
  readonly within?: Readonly<Record<string, Requirement>>
}

const forwarded: Requirement = {
  fields: ['QueryString'],
  within: { Cookies: { fields: ['Forward'] } },
}
const behavior: Requirement = {
  fields: ['TargetOriginId'],
  within: { ForwardedValues: forwarded, GrpcConfig: { fields: ['Enabled'] } },
}
const policyParts: Requirement['within'] = {
  CookiesConfig: { fields: ['CookieBehavior'] },
  HeadersConfig: { fields: ['HeaderBehavior'] },
  QueryStringsConfig: { fields: ['QueryStringBehavior'] },
}
const parts = ['HeadersConfig', 'CookiesConfig', 'QueryStringsConfig']

export const requiredFields: Readonly<Partial<Record<ResourceType, Requirement>>> = {
  Distribution: {
    fields: ['Enabled'],
    within: {
      Origins: {
        fields: ['Id'],
        within: {
          CustomOriginConfig: {
            fields: ['OriginProtocolPolicy'],
            within: { OriginMtlsConfig: { fields: ['ClientCertificateArn'] } },
          },
          VpcOriginConfig: { fields: ['VpcOriginId'] },
          CustomHeaders: { fields: ['HeaderName', 'HeaderValue'] },
        },
      },
      OriginGroups: {
        fields: ['Id', 'FailoverCriteria', 'Members'],
        within: { FailoverCriteria: { fields: ['StatusCodes'] }, Members: { fields: ['OriginId'] } },
      },
      DefaultCacheBehavior: behavior,
      CacheBehaviors: { ...behavior, fields: ['PathPattern', 'TargetOriginId'] },
      CustomErrorResponses: { fields: ['ErrorCode'] },
      Restrictions: {
        fields: ['GeoRestriction'],
        within: { GeoRestriction: { fields: ['RestrictionType'] } },
      },
    },
  },
  CachePolicy: {
    fields: ['Name'],
    within: {
      ParametersInCacheKeyAndForwardedToOrigin: {
        fields: ['EnableAcceptEncodingGzip', ...parts],
        within: policyParts,
      },
    },
  },
  OriginRequestPolicy: { fields: ['Name', ...parts], within: policyParts },
  ResponseHeadersPolicy: {
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
  OriginAccessControl: {
    fields: ['Name', 'SigningProtocol', 'SigningBehavior', 'OriginAccessControlOriginType'],
  },
  Function: { fields: ['FunctionConfig'], within: { FunctionConfig: { fields: ['Runtime'] } } },
  KeyGroup: { fields: ['Name', 'Items'] },
  PublicKey: { fields: ['Name', 'EncodedKey'] },
  KeyValueStore: { fields: ['Name'] },
  RealtimeLogConfig: { fields: ['Name', 'EndPoints', 'Fields', 'SamplingRate'] },
  ContinuousDeploymentPolicy: { fields: ['Enabled', 'StagingDistributionDnsNames'] },
  DistributionTenant: { fields: ['DistributionId', 'Name', 'Domains'] },
  ConnectionGroup: { fields: ['Name'] },
}

/** What a DistributionConfig needs besides, where it is handed to the API as it stands. */
export const requiredByApi: readonly string[] = ['CallerReference', 'Comment']
