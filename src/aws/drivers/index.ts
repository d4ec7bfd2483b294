/** Every driver. A new resource type is one file and one line here. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import type { Drivers } from '#core/plan/driver.ts'
import {
  keyGroupDriver,
  originAccessControlDriver,
  originAccessIdentityDriver,
  publicKeyDriver,
} from './access.ts'
import { distributionDriver } from './distribution.ts'
import { fieldLevelEncryptionConfigDriver, fieldLevelEncryptionProfileDriver } from './encryption.ts'
import { functionDriver } from './function.ts'
import { keyValueStoreDriver } from './key-value-store.ts'
import { cachePolicyDriver, originRequestPolicyDriver, responseHeadersPolicyDriver } from './policies.ts'
import { realtimeLogConfigDriver } from './realtime-logs.ts'
import { continuousDeploymentPolicyDriver } from './staging.ts'
import { vpcOriginDriver } from './vpc-origin.ts'

export const driversFor = (aws: CloudFront): Drivers => ({
  CachePolicy: cachePolicyDriver(aws),
  OriginRequestPolicy: originRequestPolicyDriver(aws),
  ResponseHeadersPolicy: responseHeadersPolicyDriver(aws),
  OriginAccessControl: originAccessControlDriver(aws),
  OriginAccessIdentity: originAccessIdentityDriver(aws),
  PublicKey: publicKeyDriver(aws),
  KeyGroup: keyGroupDriver(aws),
  KeyValueStore: keyValueStoreDriver(aws),
  Function: functionDriver(aws),
  RealtimeLogConfig: realtimeLogConfigDriver(aws),
  VpcOrigin: vpcOriginDriver(aws),
  FieldLevelEncryptionConfig: fieldLevelEncryptionConfigDriver(aws),
  FieldLevelEncryptionProfile: fieldLevelEncryptionProfileDriver(aws),
  ContinuousDeploymentPolicy: continuousDeploymentPolicyDriver(aws),
  Distribution: distributionDriver(aws),
})
