import type { Rule } from '#core/rules/harness/rule.ts'
import { quotaAcaoHeaderValueLength } from './acao-header-value-length.ts'
import { quotaActiveInvalidationPaths } from './active-invalidation-paths.ts'
import { quotaActiveWildcardInvalidations } from './active-wildcard-invalidations.ts'
import { quotaAliasesPerDistribution } from './aliases-per-distribution.ts'
import { quotaAliasesPerTenant } from './aliases-per-tenant.ts'
import { quotaAssociationsPerWebAcl } from './associations-per-web-acl.ts'
import { quotaCacheBehaviorsPerDistribution } from './cache-behaviors-per-distribution.ts'
import { quotaCffAssociationsPerBehavior } from './cff-associations-per-behavior.ts'
import { quotaCffFunctionsPerAccount } from './cff-functions-per-account.ts'
import { quotaCffMaxCodeSize } from './cff-max-code-size.ts'
import { quotaCommentLength } from './comment-length.ts'
import { quotaConnectionFunctionMaxCodeSize } from './connection-function-max-code-size.ts'
import { quotaConnectionFunctionsPerAccount } from './connection-functions-per-account.ts'
import { quotaConnectionGroupsPerAccount } from './connection-groups-per-account.ts'
import { quotaConnectionGroupsPerAnycastIpList } from './connection-groups-per-anycast-ip-list.ts'
import { quotaContinuousDeploymentPoliciesPerAccount } from './continuous-deployment-policies-per-account.ts'
import { quotaCookiesPerCachePolicy } from './cookies-per-cache-policy.ts'
import { quotaCookiesPerOriginRequestPolicy } from './cookies-per-origin-request-policy.ts'
import { quotaCspHeaderValueLength } from './csp-header-value-length.ts'
import { quotaCustomCachePolicyPerAccount } from './custom-cache-policy-per-account.ts'
import { quotaCustomHeaderNameLength } from './custom-header-name-length.ts'
import { quotaCustomHeaderValueLength } from './custom-header-value-length.ts'
import { quotaCustomHeadersPerResponseHeadersPolicy } from './custom-headers-per-response-headers-policy.ts'
import { quotaCustomHeadersTotalLength } from './custom-headers-total-length.ts'
import { quotaCustomOriginRequestPolicyPerAccount } from './custom-origin-request-policy-per-account.ts'
import { quotaCustomResponseHeadersPoliciesPerAccount } from './custom-response-headers-policies-per-account.ts'
import { quotaDedicatedIpCertificatesPerAccount } from './dedicated-ip-certificates-per-account.ts'
import { quotaDefaultRootObjectLength } from './default-root-object-length.ts'
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
import { quotaFleFieldsPerProfile } from './fle-fields-per-profile.ts'
import { quotaFleProfilesPerAccount } from './fle-profiles-per-account.ts'
import { quotaFleQueryArgProfilesPerConfig } from './fle-query-arg-profiles-per-config.ts'
import { quotaFunctionsPerKvs } from './functions-per-kvs.ts'
import { quotaHeadersPerCachePolicy } from './headers-per-cache-policy.ts'
import { quotaHeadersPerOriginRequestPolicy } from './headers-per-origin-request-policy.ts'
import { quotaInvalidationPathLength } from './invalidation-path-length.ts'
import { quotaKeyGroupsPerAccount } from './key-groups-per-account.ts'
import { quotaKeyGroupsPerBehavior } from './key-groups-per-behavior.ts'
import { quotaKvsKeySize } from './kvs-key-size.ts'
import { quotaKvsNameLengthMax } from './kvs-name-length-max.ts'
import { quotaKvsPerAccount } from './kvs-per-account.ts'
import { quotaKvsPerFunction } from './kvs-per-function.ts'
import { quotaKvsStoreSize } from './kvs-store-size.ts'
import { quotaKvsValueSize } from './kvs-value-size.ts'
import { quotaLambdaEdgeAssociationsPerBehavior } from './lambda-edge-associations-per-behavior.ts'
import { quotaLambdaEdgeFunctionsPerDistribution } from './lambda-edge-functions-per-distribution.ts'
import { quotaLegacyCookieNameBytes } from './legacy-cookie-name-bytes.ts'
import { quotaLegacyCookiesPerBehavior } from './legacy-cookies-per-behavior.ts'
import { quotaLegacyHeadersPerBehavior } from './legacy-headers-per-behavior.ts'
import { quotaLegacyQueryStringLength } from './legacy-query-string-length.ts'
import { quotaLegacyQueryStringsPerBehavior } from './legacy-query-strings-per-behavior.ts'
import { quotaLegacyQueryStringsTotalLength } from './legacy-query-strings-total-length.ts'
import { quotaMultiTenantDistributionsPerAccount } from './multi-tenant-distributions-per-account.ts'
import { quotaOacNameLength } from './oac-name-length.ts'
import { quotaOacPerAccount } from './oac-per-account.ts'
import { quotaOaiPerAccount } from './oai-per-account.ts'
import { quotaOriginCustomHeadersPerOrigin } from './origin-custom-headers-per-origin.ts'
import { quotaOriginGroupMembers } from './origin-group-members.ts'
import { quotaOriginGroupsPerDistribution } from './origin-groups-per-distribution.ts'
import { quotaOriginsPerDistribution } from './origins-per-distribution.ts'
import { quotaParametersPerField } from './parameters-per-field.ts'
import { quotaParametersPerMultiTenantDistribution } from './parameters-per-multi-tenant-distribution.ts'
import { quotaParametersPerTenant } from './parameters-per-tenant.ts'
import { quotaPathPatternLength } from './path-pattern-length.ts'
import { quotaPublicKeysPerAccount } from './public-keys-per-account.ts'
import { quotaPublicKeysPerKeyGroup } from './public-keys-per-key-group.ts'
import { quotaQueryStringsPerCachePolicy } from './query-strings-per-cache-policy.ts'
import { quotaQueryStringsPerOriginRequestPolicy } from './query-strings-per-origin-request-policy.ts'
import { quotaRealtimeLogDeliveryConfigsPerAccount } from './realtime-log-delivery-configs-per-account.ts'
import { quotaRemoveHeadersPerResponseHeadersPolicy } from './remove-headers-per-response-headers-policy.ts'
import { quotaStagingDistributionsPerAccount } from './staging-distributions-per-account.ts'
import { quotaTagsPerDistribution } from './tags-per-distribution.ts'
import { quotaTotalNameLengthPerCachePolicy } from './total-name-length-per-cache-policy.ts'
import { quotaTotalNameLengthPerOriginRequestPolicy } from './total-name-length-per-origin-request-policy.ts'
import { quotaTrustStoresPerAccount } from './trust-stores-per-account.ts'
import { quotaTrustedSignersPerDistribution } from './trusted-signers-per-distribution.ts'
import { quotaVpcOriginsPerAccount } from './vpc-origins-per-account.ts'

export const quotaRules: readonly Rule[] = [
  quotaAcaoHeaderValueLength,
  quotaActiveInvalidationPaths,
  quotaActiveWildcardInvalidations,
  quotaAliasesPerDistribution,
  quotaAliasesPerTenant,
  quotaAssociationsPerWebAcl,
  quotaCacheBehaviorsPerDistribution,
  quotaCffAssociationsPerBehavior,
  quotaCffFunctionsPerAccount,
  quotaCffMaxCodeSize,
  quotaCommentLength,
  quotaConnectionFunctionMaxCodeSize,
  quotaConnectionFunctionsPerAccount,
  quotaConnectionGroupsPerAccount,
  quotaConnectionGroupsPerAnycastIpList,
  quotaContinuousDeploymentPoliciesPerAccount,
  quotaCookiesPerCachePolicy,
  quotaCookiesPerOriginRequestPolicy,
  quotaCspHeaderValueLength,
  quotaCustomCachePolicyPerAccount,
  quotaCustomHeaderNameLength,
  quotaCustomHeaderValueLength,
  quotaCustomHeadersPerResponseHeadersPolicy,
  quotaCustomHeadersTotalLength,
  quotaCustomOriginRequestPolicyPerAccount,
  quotaCustomResponseHeadersPoliciesPerAccount,
  quotaDedicatedIpCertificatesPerAccount,
  quotaDefaultRootObjectLength,
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
  quotaFleFieldsPerProfile,
  quotaFleProfilesPerAccount,
  quotaFleQueryArgProfilesPerConfig,
  quotaFunctionsPerKvs,
  quotaHeadersPerCachePolicy,
  quotaHeadersPerOriginRequestPolicy,
  quotaInvalidationPathLength,
  quotaKeyGroupsPerAccount,
  quotaKeyGroupsPerBehavior,
  quotaKvsKeySize,
  quotaKvsNameLengthMax,
  quotaKvsPerAccount,
  quotaKvsPerFunction,
  quotaKvsStoreSize,
  quotaKvsValueSize,
  quotaLambdaEdgeAssociationsPerBehavior,
  quotaLambdaEdgeFunctionsPerDistribution,
  quotaLegacyCookieNameBytes,
  quotaLegacyCookiesPerBehavior,
  quotaLegacyHeadersPerBehavior,
  quotaLegacyQueryStringLength,
  quotaLegacyQueryStringsPerBehavior,
  quotaLegacyQueryStringsTotalLength,
  quotaMultiTenantDistributionsPerAccount,
  quotaOacNameLength,
  quotaOacPerAccount,
  quotaOaiPerAccount,
  quotaOriginCustomHeadersPerOrigin,
  quotaOriginGroupMembers,
  quotaOriginGroupsPerDistribution,
  quotaOriginsPerDistribution,
  quotaParametersPerField,
  quotaParametersPerMultiTenantDistribution,
  quotaParametersPerTenant,
  quotaPathPatternLength,
  quotaPublicKeysPerAccount,
  quotaPublicKeysPerKeyGroup,
  quotaQueryStringsPerCachePolicy,
  quotaQueryStringsPerOriginRequestPolicy,
  quotaRealtimeLogDeliveryConfigsPerAccount,
  quotaRemoveHeadersPerResponseHeadersPolicy,
  quotaStagingDistributionsPerAccount,
  quotaTagsPerDistribution,
  quotaTotalNameLengthPerCachePolicy,
  quotaTotalNameLengthPerOriginRequestPolicy,
  quotaTrustStoresPerAccount,
  quotaTrustedSignersPerDistribution,
  quotaVpcOriginsPerAccount,
]
