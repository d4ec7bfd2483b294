/**
 * What the trace leaves out: every field of a design that no stage reads, with the reason. A test goes over all fields
 * there are and finds each of them read or listed here.
 */
import type { ResourceType } from '#core/model/document.ts'

export interface NotPlayed {
  readonly type: ResourceType
  /** The field and all below it; `*` for the items of a list. */
  readonly path: string
  /** Why, as the rest of a sentence that begins with the field. */
  readonly why: string
  /** It can make a difference to what a viewer or an origin sees, so that the story of a design that sets it says so. */
  readonly tells: boolean
}

const quiet = (type: ResourceType, why: string, ...paths: readonly string[]): NotPlayed[] =>
  paths.map((path) => ({ type, path, why, tells: false }))
const told = (type: ResourceType, path: string, why: string): NotPlayed => ({ type, path, why, tells: true })

const words = 'is for people only'
const names = 'names the resource in the account and has no part in serving'

export const catalogue: readonly NotPlayed[] = [
  ...quiet('Distribution', words, 'Comment', 'CallerReference'),
  ...quiet(
    'Distribution',
    'is for the viewer’s bill: every point of presence serves in the trace',
    'PriceClass',
  ),
  ...quiet('Distribution', 'says where logs go; the trace shows what they would say', 'Logging'),
  told(
    'Distribution',
    'ViewerCertificate',
    'is not played: TLS handshakes succeed for every name and version',
  ),
  ...quiet('Distribution', 'decides which addresses DNS gives, and the trace asks no DNS', 'AnycastIpListId'),
  told(
    'Distribution',
    'Origins/*/CustomOriginConfig/OriginSslProtocols',
    'is not played: the simulated origins speak every TLS version, and a script says where a handshake fails',
  ),
  told(
    'Distribution',
    'Origins/*/CustomOriginConfig/OriginMtlsConfig',
    'is not played: the simulated origins ask for no certificate',
  ),
  ...quiet(
    'Distribution',
    'spares connections and changes no answer',
    'Origins/*/CustomOriginConfig/OriginKeepaliveTimeout',
    'Origins/*/VpcOriginConfig/OriginKeepaliveTimeout',
  ),
  ...quiet(
    'Distribution',
    'says whose account shares the VPC origin, and has no part in serving',
    'Origins/*/VpcOriginConfig/OwnerAccountId',
  ),
  told(
    'Distribution',
    'OriginGroups/*/SelectionCriteria',
    'is not played: the primary origin is asked first, whatever the quality of its media',
  ),
  ...['DefaultCacheBehavior', 'CacheBehaviors/*'].flatMap((behavior) => [
    told(
      'Distribution',
      `${behavior}/SmoothStreaming`,
      'is not played: files are served whole, fragments are not made',
    ),
    ...quiet(
      'Distribution',
      'says where real-time logs go; the trace shows what they would say',
      `${behavior}/RealtimeLogConfigArn`,
    ),
  ]),
  ...quiet('Distribution', words, 'TenantConfig/ParameterDefinitions/*/Definition/StringSchema/Comment'),
  ...quiet(
    'Distribution',
    'is checked by rules; the trace tells of parameters that have no value',
    'TenantConfig/ParameterDefinitions/*/Definition/StringSchema/Required',
  ),
  ...quiet(
    'Distribution',
    'helps a viewer to choose a certificate, which the request names itself',
    'ViewerMtlsConfig/TrustStoreConfig/AdvertiseTrustStoreCaNames',
  ),
  ...(['CachePolicy', 'OriginRequestPolicy', 'ResponseHeadersPolicy'] as const).flatMap((type) => [
    ...quiet(type, words, 'Comment'),
    ...quiet(type, names, 'Name'),
  ]),
  ...quiet('Function', words, 'FunctionConfig/Comment'),
  ...quiet('Function', 'is for deployments: the trace runs the code as it stands', 'AutoPublish'),
  ...quiet('KeyValueStore', words, 'Comment'),
  told(
    'KeyValueStore',
    'ImportSource',
    'is not read: a scenario gives the keys and values (account.keyValueStores)',
  ),
  ...quiet('KeyGroup', words, 'Comment'),
  ...quiet('KeyGroup', names, 'Name'),
  ...quiet('PublicKey', words, 'Comment', 'CallerReference'),
  ...quiet('PublicKey', names, 'Name'),
  ...quiet('OriginAccessControl', words, 'Description'),
  ...quiet('OriginAccessControl', names, 'Name'),
  ...quiet('OriginAccessControl', 'has one value, and is checked by rules', 'SigningProtocol'),
  ...quiet(
    'OriginAccessControl',
    'is checked by rules against the origin’s kind, which the trace goes by',
    'OriginAccessControlOriginType',
  ),
  ...quiet('OriginAccessIdentity', words, 'Comment', 'CallerReference'),
  ...quiet(
    'RealtimeLogConfig',
    'says where real-time logs go; the trace shows what they would say',
    'EndPoints',
    'Fields',
    'Name',
    'SamplingRate',
  ),
  ...quiet(
    'MonitoringSubscription',
    'is about metrics, and has no part in serving',
    'DistributionId',
    'MonitoringSubscription',
  ),
  told(
    'ContinuousDeploymentPolicy',
    'TrafficConfig/SingleWeightConfig/SessionStickinessConfig/IdleTTL',
    'is not played: a session lasts for its maximum time, however long its viewer is idle',
  ),
  ...quiet('VpcOrigin', names, 'Name'),
  ...quiet('VpcOrigin', 'names the load balancer or instance; the origin’s script answers for it', 'Arn'),
  told('VpcOrigin', 'OriginSslProtocols', 'is not played: the simulated origins speak every TLS version'),
  ...quiet(
    'AnycastIpList',
    'decides which addresses viewers connect to, and the trace asks no DNS',
    'Name',
    'IpCount',
    'IpAddressType',
    'IpamCidrConfigs',
  ),
  ...quiet('ConnectionGroup', names, 'Name'),
  ...quiet(
    'ConnectionGroup',
    'decides which addresses DNS gives, and the trace asks no DNS',
    'Ipv6Enabled',
    'AnycastIpListId',
  ),
  ...quiet('DistributionTenant', names, 'Name'),
  told(
    'DistributionTenant',
    'Customizations/Certificate',
    'is not played: TLS handshakes succeed for every name and version',
  ),
  ...quiet(
    'DistributionTenant',
    'is about how AWS validates a certificate, before anything is served',
    'ManagedCertificateRequest',
  ),
  ...quiet('TrustStore', names, 'Name'),
  told(
    'TrustStore',
    'CaCertificatesBundleSource',
    'is not read: a request says itself whether its certificate is trusted (viewer.certificate)',
  ),
  told(
    'TrustStore',
    'UseClientCertificateOCSPEndpoint',
    'is not played: no certificate is looked up for revocation',
  ),
  ...quiet('ConnectionFunction', words, 'ConnectionFunctionConfig/Comment'),
  ...quiet(
    'ConnectionFunction',
    'has one value: the trace runs it as cloudfront-js-2.0',
    'ConnectionFunctionConfig/Runtime',
  ),
  ...quiet('ConnectionFunction', 'is for deployments: the trace runs the code as it stands', 'AutoPublish'),
  ...quiet('FieldLevelEncryptionConfig', words, 'Comment', 'CallerReference'),
  ...quiet(
    'FieldLevelEncryptionConfig',
    'has one value, URLEncoded',
    'ContentTypeProfileConfig/ContentTypeProfiles/*/Format',
  ),
  ...quiet('FieldLevelEncryptionProfile', words, 'Comment', 'CallerReference'),
  ...quiet(
    'FieldLevelEncryptionProfile',
    'is in the envelope of an encrypted value, which the trace makes simpler',
    'EncryptionEntities/*/ProviderId',
  ),
]
