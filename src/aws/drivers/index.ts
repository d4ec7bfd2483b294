/** The driver of every type that a plan deploys: one whose record says so does not compile without it. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import { keepUnknownMembers } from '#aws/unknown-members.ts'
import type { ResourceDriver } from '#core/plan/driver.ts'
import type { DeployableType } from '#core/resources/index.ts'
import {
  keyGroupDriver,
  originAccessControlDriver,
  originAccessIdentityDriver,
  publicKeyDriver,
} from './access.ts'
import { anycastIpListDriver } from './anycast-ip-list.ts'
import { distributionDriver } from './distribution.ts'
import { fieldLevelEncryptionConfigDriver, fieldLevelEncryptionProfileDriver } from './encryption.ts'
import { functionDriver } from './function.ts'
import { keyValueStoreDriver } from './key-value-store.ts'
import { monitoringSubscriptionDriver } from './monitoring-subscription.ts'
import { connectionFunctionDriver, trustStoreDriver } from './mutual-tls.ts'
import { cachePolicyDriver, originRequestPolicyDriver, responseHeadersPolicyDriver } from './policies.ts'
import { realtimeLogConfigDriver } from './realtime-logs.ts'
import { continuousDeploymentPolicyDriver } from './staging.ts'
import { tagged } from './tagged.ts'
import { connectionGroupDriver, distributionTenantDriver } from './tenants.ts'
import { vpcOriginDriver } from './vpc-origin.ts'

/** What the drivers read and write is whole: see `keepUnknownMembers`. */
export function driversFor(client: CloudFront): Readonly<Record<DeployableType, ResourceDriver>> {
  const aws = keepUnknownMembers(client)
  return {
    CachePolicy: cachePolicyDriver(aws),
    OriginRequestPolicy: originRequestPolicyDriver(aws),
    ResponseHeadersPolicy: responseHeadersPolicyDriver(aws),
    OriginAccessControl: originAccessControlDriver(aws),
    OriginAccessIdentity: originAccessIdentityDriver(aws),
    PublicKey: publicKeyDriver(aws),
    KeyGroup: keyGroupDriver(aws),
    KeyValueStore: tagged(aws, keyValueStoreDriver(aws)),
    Function: tagged(aws, functionDriver(aws)),
    RealtimeLogConfig: realtimeLogConfigDriver(aws),
    VpcOrigin: tagged(aws, vpcOriginDriver(aws)),
    FieldLevelEncryptionConfig: fieldLevelEncryptionConfigDriver(aws),
    FieldLevelEncryptionProfile: fieldLevelEncryptionProfileDriver(aws),
    ContinuousDeploymentPolicy: continuousDeploymentPolicyDriver(aws),
    AnycastIpList: tagged(aws, anycastIpListDriver(aws)),
    ConnectionGroup: tagged(aws, connectionGroupDriver(aws)),
    DistributionTenant: tagged(aws, distributionTenantDriver(aws)),
    TrustStore: tagged(aws, trustStoreDriver(aws)),
    ConnectionFunction: tagged(aws, connectionFunctionDriver(aws)),
    MonitoringSubscription: monitoringSubscriptionDriver(aws),
    Distribution: tagged(aws, distributionDriver(aws)),
  }
}
