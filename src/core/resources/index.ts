import type { ResourceType } from '#core/model/document.ts'
import { distributionConfig } from '#core/model/shapes/distribution.ts'
import {
  cachePolicyConfig,
  originRequestPolicyConfig,
  responseHeadersPolicyConfig,
} from '#core/model/shapes/policies.ts'
import * as resources from '#core/model/shapes/resources.ts'
import type { Structure } from '#core/model/shapes/shape.ts'

export interface ResourceShape {
  /** The shape of the document's config. */
  readonly config: Structure
  /** CloudFormation's type, and the property that wraps the config there; null where it has none. */
  readonly cloudFormation: { readonly type: string; readonly wrapper: string | null } | null
}

const inCloudFormation = (config: Structure, type: string, wrapper: string | null = null): ResourceShape => ({
  config,
  cloudFormation: { type: `AWS::CloudFront::${type}`, wrapper },
})

/** Every resource kind that a design can hold. */
export const resourceShapes: Readonly<Record<ResourceType, ResourceShape>> = {
  Distribution: inCloudFormation(distributionConfig, 'Distribution', 'DistributionConfig'),
  CachePolicy: inCloudFormation(cachePolicyConfig, 'CachePolicy', 'CachePolicyConfig'),
  OriginRequestPolicy: inCloudFormation(
    originRequestPolicyConfig,
    'OriginRequestPolicy',
    'OriginRequestPolicyConfig',
  ),
  ResponseHeadersPolicy: inCloudFormation(
    responseHeadersPolicyConfig,
    'ResponseHeadersPolicy',
    'ResponseHeadersPolicyConfig',
  ),
  Function: inCloudFormation(resources.functionResource, 'Function'),
  KeyValueStore: inCloudFormation(resources.keyValueStore, 'KeyValueStore'),
  KeyGroup: inCloudFormation(resources.keyGroupConfig, 'KeyGroup', 'KeyGroupConfig'),
  PublicKey: inCloudFormation(resources.publicKeyConfig, 'PublicKey', 'PublicKeyConfig'),
  OriginAccessControl: inCloudFormation(
    resources.originAccessControlConfig,
    'OriginAccessControl',
    'OriginAccessControlConfig',
  ),
  OriginAccessIdentity: inCloudFormation(
    resources.originAccessIdentityConfig,
    'CloudFrontOriginAccessIdentity',
    'CloudFrontOriginAccessIdentityConfig',
  ),
  RealtimeLogConfig: inCloudFormation(resources.realtimeLogConfig, 'RealtimeLogConfig'),
  MonitoringSubscription: inCloudFormation(resources.monitoringSubscription, 'MonitoringSubscription'),
  ContinuousDeploymentPolicy: inCloudFormation(
    resources.continuousDeploymentPolicyConfig,
    'ContinuousDeploymentPolicy',
    'ContinuousDeploymentPolicyConfig',
  ),
  StreamingDistribution: inCloudFormation(
    { kind: 'structure', fields: {} },
    'StreamingDistribution',
    'StreamingDistributionConfig',
  ),
  VpcOrigin: inCloudFormation(resources.vpcOrigin, 'VpcOrigin', 'VpcOriginEndpointConfig'),
  AnycastIpList: inCloudFormation(resources.anycastIpList, 'AnycastIpList'),
  ConnectionGroup: inCloudFormation(resources.connectionGroup, 'ConnectionGroup'),
  DistributionTenant: inCloudFormation(resources.distributionTenant, 'DistributionTenant'),
  TrustStore: inCloudFormation(resources.trustStore, 'TrustStore'),
  ConnectionFunction: inCloudFormation(resources.connectionFunction, 'ConnectionFunction'),
  FieldLevelEncryptionConfig: { config: resources.fieldLevelEncryptionConfig, cloudFormation: null },
  FieldLevelEncryptionProfile: inCloudFormation(
    resources.fieldLevelEncryptionProfile,
    'FieldLevelEncryptionProfile',
    'FieldLevelEncryptionProfileConfig',
  ),
}
