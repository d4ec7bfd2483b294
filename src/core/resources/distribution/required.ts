import type { Requirement } from '#core/resources/kind/requirement.ts'

const forwarded: Requirement = {
  fields: ['QueryString'],
  within: { Cookies: { fields: ['Forward'] } },
}
const behavior: Requirement = {
  fields: ['TargetOriginId'],
  within: { ForwardedValues: forwarded, GrpcConfig: { fields: ['Enabled'] } },
}

export const requiredOfDistribution: Requirement = {
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
    TenantConfig: {
      within: {
        ParameterDefinitions: {
          fields: ['Name', 'Definition'],
          within: { Definition: { within: { StringSchema: { fields: ['Required'] } } } },
        },
      },
    },
    ConnectionFunctionAssociation: { fields: ['Id'] },
    CacheTagConfig: { fields: ['HeaderName'] },
    Restrictions: {
      fields: ['GeoRestriction'],
      within: { GeoRestriction: { fields: ['RestrictionType'] } },
    },
  },
}

/** What a DistributionConfig needs besides, where it is handed to the API as it stands. */
export const requiredByApi: readonly string[] = ['CallerReference', 'Comment']
