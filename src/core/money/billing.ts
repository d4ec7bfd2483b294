/**
 * What each setting of a design has to do with the bill: a meter counts it, it costs nothing of its own, or it costs
 * something that is not in the bill. A test holds the table to the shapes, so that no new setting goes unnoticed.
 */
export type Billing =
  /** Ids of meters. */
  | { readonly meters: readonly string[] }
  /** Why it is free. */
  | { readonly free: string }
  /** What the bill leaves out where a design has it. */
  | { readonly notIn: string }

const free = (reason: string): Billing => ({ free: reason })
const by = (...ids: readonly string[]): Billing => ({ meters: ids })
const routing = free('It decides where requests go and what they are answered with.')
const security = free('CloudFront has no charge for it.')
const caching = free('It decides what is asked of origins; the requests themselves are counted.')

/** Sentences of {@link Billing.notIn} that `notIn` gives where they hold. */
export const leftOut = {
  mutualTls:
    'Mutual TLS with viewers, and connection functions: their price is on no page that was compared.',
  streaming: 'RTMP distributions, which CloudFront no longer serves.',
} as const

export const distributionBilling: Readonly<Record<string, Billing>> = {
  CallerReference: free('A name of the call.'),
  Aliases: free('Alternate domain names cost nothing; certificates of ACM neither.'),
  DefaultRootObject: routing,
  Origins: by('transfer-to-origin', 'origin-shield'),
  OriginGroups: free('A second attempt is a request to an origin, which CloudFront does not count.'),
  DefaultCacheBehavior: by('transfer-out', 'http-requests', 'https-requests'),
  CacheBehaviors: by('transfer-out', 'http-requests', 'https-requests'),
  CustomErrorResponses: routing,
  Comment: free('A note.'),
  Logging: free('Delivery to S3 costs nothing; what S3 takes for storage is not in the bill.'),
  PriceClass: by('transfer-out', 'http-requests', 'https-requests'),
  Enabled: routing,
  ViewerCertificate: by('dedicated-ip'),
  Restrictions: security,
  WebACLId: by('waf-web-acl', 'waf-rules', 'waf-requests'),
  HttpVersion: free('Every version of HTTP costs the same.'),
  IsIPV6Enabled: free('Both families of addresses cost the same.'),
  ContinuousDeploymentPolicyId: free('Requests to the staging distribution are billed like others.'),
  Staging: free('Its requests are billed like others.'),
  AnycastIpListId: by('anycast-ip-list'),
  TenantConfig: by('distribution-tenants'),
  ConnectionMode: by('distribution-tenants'),
  ViewerMtlsConfig: { notIn: leftOut.mutualTls },
  ConnectionFunctionAssociation: { notIn: leftOut.mutualTls },
  CacheTagConfig: by('invalidations'),
}

export const behaviorBilling: Readonly<Record<string, Billing>> = {
  PathPattern: routing,
  TargetOriginId: routing,
  TrustedSigners: security,
  TrustedKeyGroups: security,
  ViewerProtocolPolicy: by('http-requests', 'https-requests'),
  AllowedMethods: by('transfer-to-origin'),
  SmoothStreaming: routing,
  Compress: by('transfer-out'),
  LambdaFunctionAssociations: by('lambda-edge-requests', 'lambda-edge-duration'),
  FunctionAssociations: by('cloudfront-functions', 'key-value-store-reads'),
  FieldLevelEncryptionId: by('field-level-encryption'),
  RealtimeLogConfigArn: by('real-time-logs'),
  CachePolicyId: caching,
  OriginRequestPolicyId: caching,
  ResponseHeadersPolicyId: free('CloudFront has no charge for policies.'),
  GrpcConfig: by('https-requests', 'transfer-to-origin'),
  ForwardedValues: caching,
  MinTTL: caching,
  DefaultTTL: caching,
  MaxTTL: caching,
}

export const originBilling: Readonly<Record<string, Billing>> = {
  Id: routing,
  DomainName: routing,
  OriginPath: routing,
  CustomHeaders: free('Headers are a part of the request.'),
  S3OriginConfig: routing,
  CustomOriginConfig: routing,
  VpcOriginConfig: free('VPC origins have no charge of their own.'),
  ConnectionAttempts: routing,
  ConnectionTimeout: routing,
  ResponseCompletionTimeout: routing,
  OriginShield: by('origin-shield'),
  OriginAccessControlId: security,
}

export const resourceBilling: Readonly<Record<string, Billing>> = {
  AnycastIpList: by('anycast-ip-list'),
  CachePolicy: caching,
  ConnectionFunction: { notIn: leftOut.mutualTls },
  ConnectionGroup: free('It belongs to the tenants that use it.'),
  ContinuousDeploymentPolicy: free('Requests to the staging distribution are billed like others.'),
  Distribution: by('transfer-out'),
  DistributionTenant: by('distribution-tenants'),
  FieldLevelEncryptionConfig: by('field-level-encryption'),
  FieldLevelEncryptionProfile: by('field-level-encryption'),
  Function: by('cloudfront-functions'),
  KeyGroup: security,
  KeyValueStore: by('key-value-store-reads'),
  MonitoringSubscription: by('additional-metrics'),
  OriginAccessControl: security,
  OriginAccessIdentity: security,
  OriginRequestPolicy: caching,
  PublicKey: security,
  RealtimeLogConfig: by('real-time-logs'),
  ResponseHeadersPolicy: free('CloudFront has no charge for policies.'),
  StreamingDistribution: { notIn: leftOut.streaming },
  TrustStore: { notIn: leftOut.mutualTls },
  VpcOrigin: free('VPC origins have no charge of their own.'),
}
