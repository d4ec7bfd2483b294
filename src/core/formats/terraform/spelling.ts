/**
 * How the Terraform AWS provider spells what the API says: the shape table walked once, with the provider's own
 * names where they differ (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution).
 * The writer and the reader walk the same result, so that they cannot disagree.
 */
import type { ResourceType } from '#core/model/document.ts'
import type { Scalar, Shape, Structure } from '#core/model/shapes/shape.ts'
import { resourceShapes } from '#core/resources/index.ts'

/** One field of a block, and the path of the API's fields that it stands for. */
export interface Spelling {
  readonly name: string
  /** From the structure that the block stands for: one step, or more where Terraform is flatter than the API. */
  readonly from: readonly string[]
  readonly as: 'attribute' | 'list' | 'block' | 'blocks' | 'wrapped-list' | 'wrapped-blocks'
  readonly scalar: Scalar
  /** The fields inside of a block. */
  readonly fields: readonly Spelling[]
  /** The wrapping block counts its items. */
  readonly counted: boolean
}

/** How the provider writes a resource's lists: as they are, or inside of a block with `items`. */
type ListStyle = 'plain' | 'wrapped' | 'counted'
interface Kind {
  readonly type: ResourceType
  readonly lists: ListStyle
  /** What a field of another resource names: `aws_cloudfront_function.rewrite.arn`. */
  readonly identity: 'id' | 'arn'
  /** The block that holds all of the config. */
  readonly wrapper?: string
}
const kind = (
  type: ResourceType,
  lists: ListStyle = 'plain',
  identity: 'id' | 'arn' = 'id',
  wrapper?: string,
): Kind => ({ type, lists, identity, ...(wrapper !== undefined && { wrapper }) })

export const kinds: Readonly<Record<string, Kind>> = {
  aws_cloudfront_distribution: kind('Distribution'),
  aws_cloudfront_cache_policy: kind('CachePolicy', 'wrapped'),
  aws_cloudfront_origin_request_policy: kind('OriginRequestPolicy', 'wrapped'),
  aws_cloudfront_response_headers_policy: kind('ResponseHeadersPolicy', 'wrapped'),
  aws_cloudfront_function: kind('Function', 'plain', 'arn'),
  aws_cloudfront_key_value_store: kind('KeyValueStore', 'plain', 'arn'),
  aws_cloudfront_key_group: kind('KeyGroup'),
  aws_cloudfront_public_key: kind('PublicKey'),
  aws_cloudfront_origin_access_control: kind('OriginAccessControl'),
  aws_cloudfront_origin_access_identity: kind('OriginAccessIdentity'),
  aws_cloudfront_realtime_log_config: kind('RealtimeLogConfig', 'plain', 'arn'),
  aws_cloudfront_monitoring_subscription: kind('MonitoringSubscription'),
  aws_cloudfront_continuous_deployment_policy: kind('ContinuousDeploymentPolicy', 'counted'),
  aws_cloudfront_field_level_encryption_config: kind('FieldLevelEncryptionConfig', 'wrapped'),
  aws_cloudfront_field_level_encryption_profile: kind('FieldLevelEncryptionProfile', 'wrapped'),
  aws_cloudfront_vpc_origin: kind('VpcOrigin', 'counted', 'id', 'vpc_origin_endpoint_config'),
}

/** The provider's resource for a kind of the design; undefined where it has none that Frontage writes. */
export const terraformType = (type: string): string | undefined =>
  Object.keys(kinds).find((name) => kinds[name]?.type === type)

/** `IsIPV6Enabled` → `is_ipv6_enabled`. */
export const snakeCase = (name: string): string =>
  name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase()

/** By the API's `Structure.Field`: the provider's name, or null where it has no such field. */
const names: Readonly<Record<string, string | null>> = {
  CallerReference: null,
  Origins: 'origin',
  'Origins.Id': 'origin_id',
  'OriginGroups.Id': 'origin_id',
  CustomHeaders: 'custom_header',
  'CacheTagConfig.HeaderName': 'header_name',
  HeaderName: 'name',
  HeaderValue: 'value',
  OriginGroups: 'origin_group',
  Members: 'member',
  CacheBehaviors: 'ordered_cache_behavior',
  FunctionAssociations: 'function_association',
  LambdaFunctionAssociations: 'lambda_function_association',
  LambdaFunctionARN: 'lambda_arn',
  CustomErrorResponses: 'custom_error_response',
  Logging: 'logging_config',
  'Logging.Enabled': null,
  CloudFrontDefaultCertificate: 'cloudfront_default_certificate',
  Certificate: null,
  CertificateSource: null,
  'S3OriginConfig.OriginReadTimeout': null,
  OriginMtlsConfig: null,
  SelectionCriteria: null,
  TenantConfig: null,
  ConnectionMode: null,
  'GeoRestriction.Items': 'locations',
  EndPoints: 'endpoint',
  FunctionCode: 'code',
  AutoPublish: 'publish',
  ImportSource: null,
  'VpcOrigin.IpAddressType': null,
}
/** Structures whose fields the provider puts beside those of their parent. */
const flattened: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AllowedMethods: { Items: 'allowed_methods', CachedMethods: 'cached_methods' },
  TrustedSigners: { Items: 'trusted_signers' },
  TrustedKeyGroups: { Items: 'trusted_key_groups' },
  FunctionConfig: {
    Comment: 'comment',
    Runtime: 'runtime',
    KeyValueStoreAssociations: 'key_value_store_associations',
  },
}
const text: Scalar = { kind: 'scalar', type: 'string' }
/** The API says a status as text, the provider as a number. */
const numbers = new Set(['ResponseCode'])

function scalarOf(shape: Shape, field: string): Scalar {
  if (numbers.has(field)) return { kind: 'scalar', type: 'number' }
  if (shape.kind === 'scalar') return shape
  return shape.kind === 'list' ? scalarOf(shape.of, field) : text
}

function spell(
  name: string,
  from: readonly string[],
  shape: Shape,
  lists: ListStyle,
  parent: string,
): Spelling {
  const field = from.at(-1) ?? parent
  const common = { name, from, scalar: scalarOf(shape, field), fields: [], counted: lists === 'counted' }
  if (shape.kind === 'scalar') return { ...common, as: 'attribute' }
  if (shape.kind === 'structure') return { ...common, as: 'block', fields: fieldsOf(shape, lists, field) }
  const wraps = lists !== 'plain' && shape.api !== 'plain'
  if (shape.of.kind !== 'structure' || field === 'KeyValueStoreAssociations')
    return { ...common, as: wraps ? 'wrapped-list' : 'list' }
  const fields = fieldsOf(shape.of, lists, field)
  return { ...common, as: wraps ? 'wrapped-blocks' : 'blocks', fields }
}

/** The provider's fields of a structure, in the order of the shape table. */
function fieldsOf(structure: Structure, lists: ListStyle, parent: string): Spelling[] {
  return Object.entries(structure.fields).flatMap(([field, { shape }]): Spelling[] => {
    const flat = flattened[field]
    if (flat && shape.kind === 'structure')
      return Object.entries(flat).flatMap(([inner, name]) => {
        const child = shape.fields[inner]
        return child ? [spell(name, [field, inner], child.shape, 'plain', parent)] : []
      })
    const own = names[`${parent}.${field}`]
    const name = own === undefined ? names[field] : own
    return name === null ? [] : [spell(name ?? snakeCase(field), [field], shape, lists, parent)]
  })
}

const spelled = new Map<string, readonly Spelling[]>()

/** The fields of a provider's resource. */
export function spellingOf(resource: string): readonly Spelling[] {
  const known = spelled.get(resource)
  if (known) return known
  const { type, lists } = kinds[resource] ?? {}
  const fields = type && lists ? fieldsOf(resourceShapes[type].config, lists, type) : []
  spelled.set(resource, fields)
  return fields
}
