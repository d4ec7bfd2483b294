import type { Rule } from '#core/rules/harness/rule.ts'
import { networkAnycastIpCount } from './anycast-ip-count.ts'
import { networkAnycastIpTypeCfn } from './anycast-ip-type-cfn.ts'
import { networkAnycastIpv6 } from './anycast-ipv6.ts'
import { networkAnycastName } from './anycast-name.ts'
import { networkAnycastNameUnique } from './anycast-name-unique.ts'
import { networkAnycastPriceClass } from './anycast-price-class.ts'
import { networkAnycastVip } from './anycast-vip.ts'
import { networkAppSyncRealtimeQuery } from './app-sync-realtime-query.ts'
import { networkCacheTagHeader } from './cache-tag-header.ts'
import { networkConnectionMode } from './connection-mode.ts'
import { networkGrpcHttp2 } from './grpc-http2.ts'
import { networkGrpcOriginHttps } from './grpc-origin-https.ts'
import { networkGrpcShieldLambdaErrors } from './grpc-shield-lambda-errors.ts'
import { networkGrpcVpcOrigin } from './grpc-vpc-origin.ts'
import { networkHttp1Only } from './http1-only.ts'
import { networkHttp3Sni } from './http3-sni.ts'
import { networkHttp3WithoutHttp2 } from './http3-without-http2.ts'
import { networkIpv6Off } from './ipv6-off.ts'
import { networkIpv6WafIpRules } from './ipv6-waf-ip-rules.ts'
import { networkMtlsHttp3 } from './mtls-http3.ts'
import { networkMtlsIgnoreExpiry } from './mtls-ignore-expiry.ts'
import { networkMtlsOptional } from './mtls-optional.ts'
import { networkMtlsTrustStore } from './mtls-trust-store.ts'
import { networkMtlsViewerHttp } from './mtls-viewer-http.ts'
import { networkShieldArn } from './shield-arn.ts'
import { networkTrustStoreNameUnique } from './trust-store-name-unique.ts'
import { networkVpcOriginArn } from './vpc-origin-arn.ts'
import { networkVpcOriginAz } from './vpc-origin-az.ts'
import { networkVpcOriginId } from './vpc-origin-id.ts'
import { networkVpcOriginIpv6 } from './vpc-origin-ipv6.ts'
import { networkVpcOriginNameUnique } from './vpc-origin-name-unique.ts'
import { networkVpcOriginNotDeployed } from './vpc-origin-not-deployed.ts'
import { networkVpcOriginPorts } from './vpc-origin-ports.ts'
import { networkVpcOriginSg } from './vpc-origin-sg.ts'
import { networkVpcOriginSsl } from './vpc-origin-ssl.ts'
import { networkWebAclAccount } from './web-acl-account.ts'
import { networkWebAclAssociation } from './web-acl-association.ts'
import { networkWebAclClassic } from './web-acl-classic.ts'
import { networkWebAclScope } from './web-acl-scope.ts'
import { networkWebsocketIdle } from './websocket-idle.ts'
import { networkWebsocketOrp } from './websocket-orp.ts'
import { networkWebsocketUnsupported } from './websocket-unsupported.ts'

export const networkRules: readonly Rule[] = [
  networkAnycastIpCount,
  networkAnycastIpTypeCfn,
  networkAnycastIpv6,
  networkAnycastName,
  networkAnycastPriceClass,
  networkAnycastVip,
  networkCacheTagHeader,
  networkConnectionMode,
  networkGrpcHttp2,
  networkGrpcOriginHttps,
  networkGrpcShieldLambdaErrors,
  networkGrpcVpcOrigin,
  networkHttp1Only,
  networkHttp3Sni,
  networkHttp3WithoutHttp2,
  networkIpv6Off,
  networkIpv6WafIpRules,
  networkMtlsHttp3,
  networkMtlsIgnoreExpiry,
  networkMtlsOptional,
  networkMtlsTrustStore,
  networkMtlsViewerHttp,
  networkVpcOriginArn,
  networkVpcOriginAz,
  networkVpcOriginId,
  networkVpcOriginIpv6,
  networkVpcOriginNotDeployed,
  networkVpcOriginPorts,
  networkVpcOriginSg,
  networkVpcOriginSsl,
  networkWebAclAccount,
  networkWebAclClassic,
  networkWebAclScope,
  networkWebsocketIdle,
  networkWebsocketOrp,
  networkVpcOriginNameUnique,
  networkAnycastNameUnique,
  networkTrustStoreNameUnique,
  networkWebsocketUnsupported,
  networkAppSyncRealtimeQuery,
  networkWebAclAssociation,
  networkShieldArn,
]
