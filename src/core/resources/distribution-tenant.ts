/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistributionTenant.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import {
  customizationAction,
  geoRestrictionType,
  transparencyLogging,
  validationTokenHost,
} from '#core/model/shapes/enums.ts'
import { boolean, plainList, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    DistributionTenant: Unwrap<Omit<sdk.CreateDistributionTenantRequest, 'Tags'>>
  }
}

export const distributionTenant = defineResource({
  type: 'DistributionTenant',
  label: 'distribution tenant',
  picture: 'resource',
  apiPage: 'CreateDistributionTenant',
  config: structure<Omit<sdk.CreateDistributionTenantRequest, 'Tags'>>()({
    DistributionId: string,
    Name: string,
    Domains: plainList(structure<sdk.DomainItem>()({ Domain: string })),
    Customizations: structure<sdk.Customizations>()({
      WebAcl: structure<sdk.WebAclCustomization>()({ Action: customizationAction, Arn: string }),
      Certificate: structure<sdk.Certificate>()({ Arn: string }),
      GeoRestrictions: structure<sdk.GeoRestrictionCustomization>()({
        RestrictionType: geoRestrictionType,
        Locations: plainList(string),
      }),
    }),
    Parameters: plainList(structure<sdk.Parameter>()({ Name: string, Value: string })),
    ConnectionGroupId: string,
    ManagedCertificateRequest: structure<sdk.ManagedCertificateRequest>()({
      ValidationTokenHost: validationTokenHost,
      PrimaryDomainName: string,
      CertificateTransparencyLoggingPreference: transparencyLogging,
    }),
    Enabled: boolean,
  }),
  required: { fields: ['DistributionId', 'Name', 'Domains'] },
  cloudFormation: { type: 'AWS::CloudFront::DistributionTenant', wrapper: null, identity: ['', 'Id'] },
  terraform: {
    type: 'aws_cloudfront_distribution_tenant',
    lists: 'plain',
    identity: 'id',
    names: { Domains: 'domain', Parameters: 'parameter', GeoRestrictions: 'geo_restriction' },
    olderNames: { domain: 'domains', parameter: 'parameters', geo_restriction: 'geo_restrictions' },
  },
  namedBy: [],
  placement: null,
  form: [],
  presets: [],
  deployment: {
    order: 5,
    identifiedBy: 'id',
    fixed: ['Name'],
    writeOnly: ['ManagedCertificateRequest'],
    isTagged: true,
    isShared: false,
    onCreation:
      'Its domains answer once their records lead to its connection group and a certificate covers them.',
    permissions: [
      'CreateDistributionTenant',
      'DeleteDistributionTenant',
      'GetDistributionTenant',
      'ListDistributionTenants',
      'UpdateDistributionTenant',
    ],
    script: {
      command: 'distribution-tenant',
      member: null,
      answer: 'DistributionTenant',
      hasCallerReference: false,
    },
  },
})
