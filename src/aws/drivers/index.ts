/** Every driver. A new resource type is one file and one line here. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import type { Drivers } from '#core/plan/apply.ts'
import { distributionDriver } from './distribution.ts'
import { functionDriver } from './function.ts'
import {
  cachePolicyDriver,
  keyGroupDriver,
  originAccessControlDriver,
  originRequestPolicyDriver,
  publicKeyDriver,
  responseHeadersPolicyDriver,
} from './policies.ts'

export const driversFor = (aws: CloudFront): Drivers => ({
  CachePolicy: cachePolicyDriver(aws),
  OriginRequestPolicy: originRequestPolicyDriver(aws),
  ResponseHeadersPolicy: responseHeadersPolicyDriver(aws),
  OriginAccessControl: originAccessControlDriver(aws),
  PublicKey: publicKeyDriver(aws),
  KeyGroup: keyGroupDriver(aws),
  Function: functionDriver(aws),
  Distribution: distributionDriver(aws),
})
