import type { TerraformVariant } from '#core/resources/kind/kind.ts'
import { terraformNames } from './terraform-names.ts'

/**
 * The provider has a resource of its own for distributions that serve tenants, with other names:
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_multitenant_distribution
 */
export const multiTenant: TerraformVariant = {
  type: 'aws_cloudfront_multitenant_distribution',
  lists: 'plain',
  identity: 'id',
  fixed: { ConnectionMode: 'tenant-only' },
  names: {
    ...terraformNames,
    CacheBehaviors: 'cache_behavior',
    'Origins.Id': 'id',
    'OriginGroups.Id': 'id',
    HeaderName: 'header_name',
    HeaderValue: 'header_value',
    LambdaFunctionARN: 'lambda_function_arn',
    ParameterDefinitions: 'parameter_definition',
    TenantConfig: 'tenant_config',
    'GeoRestriction.Items': 'items',
  },
  olderNames: { id: 'origin_id', items: 'locations' },
  flattened: { TrustedKeyGroups: { Items: 'trusted_key_groups' } },
}
