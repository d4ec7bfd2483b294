/** Every type of resource that a design can hold. A new one is a file beside this one and its line here. */
import type { ResourceType } from '#core/model/document.ts'
import { anycastIpList } from './anycast-ip-list.ts'
import { cachePolicy } from './cache-policy.ts'
import { connectionFunction } from './connection-function.ts'
import { connectionGroup } from './connection-group.ts'
import { continuousDeploymentPolicy } from './continuous-deployment-policy.ts'
import { distribution } from './distribution.ts'
import { distributionTenant } from './distribution-tenant.ts'
import { fieldLevelEncryptionConfig } from './field-level-encryption-config.ts'
import { fieldLevelEncryptionProfile } from './field-level-encryption-profile.ts'
import { cloudFrontFunction } from './function.ts'
import { keyGroup } from './key-group.ts'
import { keyValueStore } from './key-value-store.ts'
import type { ResourceKind } from './kind/kind.ts'
import { monitoringSubscription } from './monitoring-subscription.ts'
import { originAccessControl } from './origin-access-control.ts'
import { originAccessIdentity } from './origin-access-identity.ts'
import { originRequestPolicy } from './origin-request-policy.ts'
import { publicKey } from './public-key.ts'
import { realtimeLogConfig } from './realtime-log-config.ts'
import { responseHeadersPolicy } from './response-headers-policy.ts'
import { streamingDistribution } from './streaming-distribution.ts'
import { trustStore } from './trust-store.ts'
import { vpcOrigin } from './vpc-origin.ts'

/** Each file says by itself that its type exists, so that one without a line here does not compile. */
const kinds = {
  Distribution: distribution,
  CachePolicy: cachePolicy,
  OriginRequestPolicy: originRequestPolicy,
  ResponseHeadersPolicy: responseHeadersPolicy,
  Function: cloudFrontFunction,
  KeyValueStore: keyValueStore,
  KeyGroup: keyGroup,
  PublicKey: publicKey,
  OriginAccessControl: originAccessControl,
  OriginAccessIdentity: originAccessIdentity,
  RealtimeLogConfig: realtimeLogConfig,
  MonitoringSubscription: monitoringSubscription,
  ContinuousDeploymentPolicy: continuousDeploymentPolicy,
  StreamingDistribution: streamingDistribution,
  VpcOrigin: vpcOrigin,
  AnycastIpList: anycastIpList,
  ConnectionGroup: connectionGroup,
  DistributionTenant: distributionTenant,
  TrustStore: trustStore,
  ConnectionFunction: connectionFunction,
  FieldLevelEncryptionConfig: fieldLevelEncryptionConfig,
  FieldLevelEncryptionProfile: fieldLevelEncryptionProfile,
} satisfies { readonly [Type in ResourceType]: ResourceKind<Type> }

export const resourceKinds: { readonly [Type in ResourceType]: ResourceKind<Type> } = kinds

/** The types that a plan creates, changes and deletes. */
export type DeployableType = {
  [Type in ResourceType]: (typeof kinds)[Type]['deployment'] extends null ? never : Type
}[ResourceType]

/** What is known of a type by its name; undefined for a resource that is not CloudFront's. */
export const resourceKind = (type: string): ResourceKind | undefined =>
  Object.hasOwn(resourceKinds, type) ? resourceKinds[type as ResourceType] : undefined

export const resourceTypes = Object.keys(resourceKinds) as readonly ResourceType[]
