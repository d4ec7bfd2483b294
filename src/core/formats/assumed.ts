/**
 * What CloudFront assumes where a design says nothing, for formats that ask for a value: by `Structure.Field` or by
 * the field alone, in the API's shape. What is not here has no such value, and a writer tells that it is missing.
 */
import { tableOf } from '#core/ground/names.ts'

const readMethods = ['GET', 'HEAD']

const values: Readonly<Record<string, unknown>> = tableOf({
  Comment: '',
  Enabled: true,
  // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html
  MinTTL: 0,
  DefaultTTL: 86_400,
  MaxTTL: 31_536_000,
  EnableAcceptEncodingGzip: false,
  AllowedMethods: { Items: readMethods, CachedMethods: readMethods },
  'AllowedMethods.Items': readMethods,
  'AllowedMethods.CachedMethods': readMethods,
  'ForwardedValues.QueryString': false,
  'ForwardedValues.Cookies': { Forward: 'none' },
  Restrictions: { GeoRestriction: { RestrictionType: 'none' } },
  GeoRestriction: { RestrictionType: 'none' },
  ViewerCertificate: { CloudFrontDefaultCertificate: true },
  TenantConfig: {},
  'S3OriginConfig.OriginAccessIdentity': '',
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-customoriginconfig.html
  HTTPPort: 80,
  HTTPSPort: 443,
  'CustomOriginConfig.OriginSslProtocols': ['TLSv1', 'SSLv3'],
  'VpcOrigin.OriginSslProtocols': ['TLSv1.2'],
})

/** The value of a field of a structure that says nothing; undefined where CloudFront assumes none. */
export const assumedValue = (structure: string, field: string): unknown =>
  values[`${structure}.${field}`] ?? values[field]
