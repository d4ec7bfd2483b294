/**
 * What the Terraform provider requires though CloudFront and CloudFormation do not: with the value that they assume,
 * in the API's shape, by `block.argument` or by the argument alone.
 */
import type { Spelling } from './spelling.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-customoriginconfig.html */
const assumed: Readonly<Record<string, unknown>> = {
  enabled: true,
  allowed_methods: ['GET', 'HEAD'],
  cached_methods: ['GET', 'HEAD'],
  restrictions: { GeoRestriction: { RestrictionType: 'none' } },
  viewer_certificate: { CloudFrontDefaultCertificate: true },
  'custom_origin_config.http_port': 80,
  'custom_origin_config.https_port': 443,
  'custom_origin_config.origin_ssl_protocols': ['TLSv1', 'SSLv3'],
  'vpc_origin_endpoint_config.http_port': 80,
  'vpc_origin_endpoint_config.https_port': 443,
  'vpc_origin_endpoint_config.origin_ssl_protocols': ['TLSv1.2'],
  's3_origin_config.origin_access_identity': '',
  'forwarded_values.query_string': false,
  'forwarded_values.cookies': { Forward: 'none' },
}

/** The whole structure where the provider has a block for it and the API fields beside each other. */
const methods = { Items: assumed['allowed_methods'], CachedMethods: assumed['cached_methods'] }

/** What a block says where the design says nothing; undefined where nothing is assumed, or nothing asked for. */
export function assumedValue(block: string, { name, as, isRequired }: Spelling): unknown {
  if (!isRequired) return undefined
  if (name === 'allowed_methods' && as === 'block') return methods
  return assumed[`${block}.${name}`] ?? assumed[name]
}
