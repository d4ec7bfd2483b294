import type { Rule } from '#core/rules/rule.ts'
import { networkAnycastIpCount } from './anycast-ip-count.ts'
import { networkAnycastIpTypeCfn } from './anycast-ip-type-cfn.ts'
import { networkAnycastIpv6 } from './anycast-ipv6.ts'
import { networkAnycastName } from './anycast-name.ts'
import { networkAnycastPriceClass } from './anycast-price-class.ts'
import { networkAnycastVip } from './anycast-vip.ts'
import { networkGrpcHttp2 } from './grpc-http2.ts'
import { networkGrpcOriginHttps } from './grpc-origin-https.ts'
import { networkGrpcShieldLambdaErrors } from './grpc-shield-lambda-errors.ts'
import { networkGrpcVpcOrigin } from './grpc-vpc-origin.ts'
import { networkHttp1Only } from './http1-only.ts'
import { networkHttp3Sni } from './http3-sni.ts'
import { networkHttp3WithoutHttp2 } from './http3-without-http2.ts'
import { networkIpv6Off } from './ipv6-off.ts'
import { networkIpv6WafIpRules } from './ipv6-waf-ip-rules.ts'
import { networkWebAclScope } from './web-acl-scope.ts'

export const networkRules: readonly Rule[] = [
  networkAnycastIpCount,
  networkAnycastIpTypeCfn,
  networkAnycastIpv6,
  networkAnycastName,
  networkAnycastPriceClass,
  networkAnycastVip,
  networkGrpcHttp2,
  networkGrpcOriginHttps,
  networkGrpcShieldLambdaErrors,
  networkGrpcVpcOrigin,
  networkHttp1Only,
  networkHttp3Sni,
  networkHttp3WithoutHttp2,
  networkIpv6Off,
  networkIpv6WafIpRules,
  networkWebAclScope,
]
