/**
 * What the provider calls otherwise than the API; what it lacks, its schema tells:
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution
 */
export const terraformNames: Readonly<Record<string, string>> = {
  Origins: 'origin',
  'Origins.Id': 'origin_id',
  'OriginGroups.Id': 'origin_id',
  CustomHeaders: 'custom_header',
  'CacheTagConfig.HeaderName': 'header_name',
  HeaderName: 'name',
  HeaderValue: 'value',
  OriginGroups: 'origin_group',
  Members: 'member',
  CacheBehaviors: 'ordered_cache_behavior',
  FunctionAssociations: 'function_association',
  LambdaFunctionAssociations: 'lambda_function_association',
  LambdaFunctionARN: 'lambda_arn',
  CustomErrorResponses: 'custom_error_response',
  Logging: 'logging_config',
  CloudFrontDefaultCertificate: 'cloudfront_default_certificate',
  'GeoRestriction.Items': 'locations',
}
