import type { Rule } from '#core/rules/harness/rule.ts'
import { quotaAssociationsPerWebAcl } from './associations-per-web-acl.ts'
import { quotaCffFunctionsPerAccount } from './cff-functions-per-account.ts'
import { quotaConnectionFunctionMaxCodeSize } from './connection-function-max-code-size.ts'
import { quotaConnectionFunctionsPerAccount } from './connection-functions-per-account.ts'
import { quotaConnectionGroupsPerAccount } from './connection-groups-per-account.ts'
import { quotaConnectionGroupsPerAnycastIpList } from './connection-groups-per-anycast-ip-list.ts'
import { quotaContinuousDeploymentPoliciesPerAccount } from './continuous-deployment-policies-per-account.ts'
import { quotaCustomCachePolicyPerAccount } from './custom-cache-policy-per-account.ts'
import { quotaCustomOriginRequestPolicyPerAccount } from './custom-origin-request-policy-per-account.ts'
import { quotaCustomResponseHeadersPoliciesPerAccount } from './custom-response-headers-policies-per-account.ts'
import { quotaDistributionTenantsPerAccount } from './distribution-tenants-per-account.ts'
import { quotaDistributionsPerAccount } from './distributions-per-account.ts'
import { quotaDistributionsPerAnycastIpList } from './distributions-per-anycast-ip-list.ts'
import { quotaDistributionsPerCachePolicy } from './distributions-per-cache-policy.ts'
import { quotaDistributionsPerCffFunction } from './distributions-per-cff-function.ts'
import { quotaDistributionsPerConnectionFunction } from './distributions-per-connection-function.ts'
import { quotaDistributionsPerFleConfig } from './distributions-per-fle-config.ts'
import { quotaDistributionsPerKeyGroup } from './distributions-per-key-group.ts'
import { quotaDistributionsPerLambdaEdgeFunction } from './distributions-per-lambda-edge-function.ts'
import { quotaDistributionsPerOac } from './distributions-per-oac.ts'
import { quotaDistributionsPerOriginRequestPolicy } from './distributions-per-origin-request-policy.ts'
import { quotaDistributionsPerResponseHeadersPolicy } from './distributions-per-response-headers-policy.ts'
import { quotaDistributionsPerTrustStore } from './distributions-per-trust-store.ts'
import { quotaDistributionsPerVpcOrigin } from './distributions-per-vpc-origin.ts'
import { quotaDistributionsWithLambdaEdgePerAccount } from './distributions-with-lambda-edge-per-account.ts'
import { quotaFleConfigsPerAccount } from './fle-configs-per-account.ts'
import { quotaFleProfilesPerAccount } from './fle-profiles-per-account.ts'
import { quotaKeyGroupsPerAccount } from './key-groups-per-account.ts'
import { quotaKvsPerAccount } from './kvs-per-account.ts'
import { quotaMultiTenantDistributionsPerAccount } from './multi-tenant-distributions-per-account.ts'
import { quotaOacPerAccount } from './oac-per-account.ts'
import { quotaOaiPerAccount } from './oai-per-account.ts'
import { quotaParametersPerTenant } from './parameters-per-tenant.ts'
import { quotaPublicKeysPerAccount } from './public-keys-per-account.ts'
import { quotaRealtimeLogDeliveryConfigsPerAccount } from './realtime-log-delivery-configs-per-account.ts'
import { quotaStagingDistributionsPerAccount } from './staging-distributions-per-account.ts'
import { quotaTrustStoresPerAccount } from './trust-stores-per-account.ts'
import { quotaTrustedSignersPerDistribution } from './trusted-signers-per-distribution.ts'
import { quotaVpcOriginsPerAccount } from './vpc-origins-per-account.ts'

export const quotaRules: readonly Rule[] = [
  quotaAssociationsPerWebAcl,
  quotaCffFunctionsPerAccount,
  quotaConnectionFunctionMaxCodeSize,
  quotaConnectionFunctionsPerAccount,
  quotaConnectionGroupsPerAccount,
  quotaConnectionGroupsPerAnycastIpList,
  quotaContinuousDeploymentPoliciesPerAccount,
  quotaCustomCachePolicyPerAccount,
  quotaCustomOriginRequestPolicyPerAccount,
  quotaCustomResponseHeadersPoliciesPerAccount,
  quotaDistributionTenantsPerAccount,
  quotaDistributionsPerAccount,
  quotaDistributionsPerAnycastIpList,
  quotaDistributionsPerCachePolicy,
  quotaDistributionsPerCffFunction,
  quotaDistributionsPerConnectionFunction,
  quotaDistributionsPerFleConfig,
  quotaDistributionsPerKeyGroup,
  quotaDistributionsPerLambdaEdgeFunction,
  quotaDistributionsPerOac,
  quotaDistributionsPerOriginRequestPolicy,
  quotaDistributionsPerResponseHeadersPolicy,
  quotaDistributionsPerTrustStore,
  quotaDistributionsPerVpcOrigin,
  quotaDistributionsWithLambdaEdgePerAccount,
  quotaFleConfigsPerAccount,
  quotaFleProfilesPerAccount,
  quotaKeyGroupsPerAccount,
  quotaKvsPerAccount,
  quotaMultiTenantDistributionsPerAccount,
  quotaOacPerAccount,
  quotaOaiPerAccount,
  quotaParametersPerTenant,
  quotaPublicKeysPerAccount,
  quotaRealtimeLogDeliveryConfigsPerAccount,
  quotaStagingDistributionsPerAccount,
  quotaTrustStoresPerAccount,
  quotaTrustedSignersPerDistribution,
  quotaVpcOriginsPerAccount,
]
