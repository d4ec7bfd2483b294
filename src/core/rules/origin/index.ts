import type { Rule } from '#core/rules/harness/rule.ts'
import { originApigwClosed } from './apigw-closed.ts'
import { originApigwHttp } from './apigw-http.ts'
import { originBalancerInternal } from './balancer-internal.ts'
import { originBalancerListener } from './balancer-listener.ts'
import { originChainedCloudfront } from './chained-cloudfront.ts'
import { originConnectionAttempts } from './connection-attempts.ts'
import { originConnectionTimeout } from './connection-timeout.ts'
import { originCustomHeaderAlsoForwarded } from './custom-header-also-forwarded.ts'
import { originCustomHeaderCount } from './custom-header-count.ts'
import { originCustomHeaderDuplicate } from './custom-header-duplicate.ts'
import { originCustomHeaderForbidden } from './custom-header-forbidden.ts'
import { originCustomHeaderName } from './custom-header-name.ts'
import { originCustomHeaderSecret } from './custom-header-secret.ts'
import { originCustomHeaderTotal } from './custom-header-total.ts'
import { originCustomHeaderValue } from './custom-header-value.ts'
import { originDomainHasScheme } from './domain-has-scheme.ts'
import { originDomainIpAddress } from './domain-ip-address.ts'
import { originDomainIsOwnAlias } from './domain-is-own-alias.ts'
import { originDomainRequired } from './domain-required.ts'
import { originDomainSyntax } from './domain-syntax.ts'
import { originDomainUnresolvable } from './domain-unresolvable.ts'
import { originDuplicateDefinition } from './duplicate-definition.ts'
import { originDuplicateId } from './duplicate-id.ts'
import { originEc2PublicName } from './ec2-public-name.ts'
import { originElbHttpsName } from './elb-https-name.ts'
import { originHttpPort } from './http-port.ts'
import { originHttpsPort } from './https-port.ts'
import { originIdLength } from './id-length.ts'
import { originKeepaliveTimeout } from './keepalive-timeout.ts'
import { originLambdaUrlClosed } from './lambda-url-closed.ts'
import { originLurlHttp } from './lurl-http.ts'
import { originMediastoreRetired } from './mediastore-retired.ts'
import { originMtlsCertArn } from './mtls-cert-arn.ts'
import { originMtlsNeedsHttps } from './mtls-needs-https.ts'
import { originMtlsUnsupported } from './mtls-unsupported.ts'
import { originNone } from './none.ts'
import { originPathLeadingSlash } from './path-leading-slash.ts'
import { originPathRepeatsPattern } from './path-repeats-pattern.ts'
import { originPathTooLong } from './path-too-long.ts'
import { originPathTrailingSlash } from './path-trailing-slash.ts'
import { originPathWildcardOrQuery } from './path-wildcard-or-query.ts'
import { originPortsSwapped } from './ports-swapped.ts'
import { originProtocolHttpOnly } from './protocol-http-only.ts'
import { originProtocolMatchViewer } from './protocol-match-viewer.ts'
import { originReadTimeout } from './read-timeout.ts'
import { originReadTimeoutS3 } from './read-timeout-s3.ts'
import { originResponseCompletionTimeout } from './response-completion-timeout.ts'
import { originS3Accelerate } from './s3-accelerate.ts'
import { originS3AccessPointNeedsOac } from './s3-access-point-needs-oac.ts'
import { originS3BucketDnsName } from './s3-bucket-dns-name.ts'
import { originS3ConfigNonS3Host } from './s3-config-non-s3-host.ts'
import { originS3GlobalEndpoint } from './s3-global-endpoint.ts'
import { originS3LegacyDashRegion } from './s3-legacy-dash-region.ts'
import { originS3PathStyle } from './s3-path-style.ts'
import { originS3RestAsCustom } from './s3-rest-as-custom.ts'
import { originS3WebsiteAsS3 } from './s3-website-as-s3.ts'
import { originS3WebsiteHttps } from './s3-website-https.ts'
import { originS3WebsiteOff } from './s3-website-off.ts'
import { originS3WebsitePublic } from './s3-website-public.ts'
import { originSecurityGroupClosed } from './security-group-closed.ts'
import { originServiceHttp } from './service-http.ts'
import { originShieldRegionRequired } from './shield-region-required.ts'
import { originShieldRegionUnsupported } from './shield-region-unsupported.ts'
import { originShieldRegionWhenDisabled } from './shield-region-when-disabled.ts'
import { originShieldUncached } from './shield-uncached.ts'
import { originSlowFailover } from './slow-failover.ts'
import { originSslProtocolsEmpty } from './ssl-protocols-empty.ts'
import { originSslProtocolsEnum } from './ssl-protocols-enum.ts'
import { originSslProtocolsGap } from './ssl-protocols-gap.ts'
import { originSslProtocolsWeak } from './ssl-protocols-weak.ts'
import { originTargetGroupProtocol } from './target-group-protocol.ts'
import { originTooMany } from './too-many.ts'
import { originTypeExactlyOne } from './type-exactly-one.ts'
import { originUnused } from './unused.ts'

export const originRules: readonly Rule[] = [
  originApigwHttp,
  originChainedCloudfront,
  originConnectionAttempts,
  originConnectionTimeout,
  originCustomHeaderAlsoForwarded,
  originCustomHeaderCount,
  originCustomHeaderDuplicate,
  originCustomHeaderForbidden,
  originCustomHeaderName,
  originCustomHeaderSecret,
  originCustomHeaderTotal,
  originCustomHeaderValue,
  originDomainHasScheme,
  originDomainIpAddress,
  originDomainIsOwnAlias,
  originDomainRequired,
  originDomainSyntax,
  originDomainUnresolvable,
  originDuplicateDefinition,
  originDuplicateId,
  originElbHttpsName,
  originHttpPort,
  originHttpsPort,
  originIdLength,
  originKeepaliveTimeout,
  originLurlHttp,
  originMediastoreRetired,
  originMtlsCertArn,
  originMtlsNeedsHttps,
  originNone,
  originPathLeadingSlash,
  originPathRepeatsPattern,
  originPathTooLong,
  originPathTrailingSlash,
  originPathWildcardOrQuery,
  originPortsSwapped,
  originProtocolHttpOnly,
  originProtocolMatchViewer,
  originReadTimeout,
  originReadTimeoutS3,
  originResponseCompletionTimeout,
  originS3Accelerate,
  originS3AccessPointNeedsOac,
  originS3BucketDnsName,
  originS3ConfigNonS3Host,
  originS3GlobalEndpoint,
  originS3LegacyDashRegion,
  originS3PathStyle,
  originS3RestAsCustom,
  originS3WebsiteAsS3,
  originS3WebsiteHttps,
  originS3WebsitePublic,
  originShieldRegionRequired,
  originShieldRegionUnsupported,
  originShieldRegionWhenDisabled,
  originShieldUncached,
  originSlowFailover,
  originSslProtocolsEmpty,
  originSslProtocolsEnum,
  originSslProtocolsGap,
  originSslProtocolsWeak,
  originTooMany,
  originTypeExactlyOne,
  originUnused,
  originMtlsUnsupported,
  originServiceHttp,
  originEc2PublicName,
  originBalancerListener,
  originBalancerInternal,
  originSecurityGroupClosed,
  originTargetGroupProtocol,
  originLambdaUrlClosed,
  originApigwClosed,
  originS3WebsiteOff,
]
