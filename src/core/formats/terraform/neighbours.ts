/**
 * What stands around a distribution and is written with it: buckets, their policies, and permissions of Lambda
 * functions. A property that the provider keeps elsewhere is told as a loss.
 */
import { terraformSchema } from '#core/formats/schemas/schema.ts'
import type { JsonObject } from '#core/model/field.ts'
import { metricsNamespace } from '#core/model/metrics.ts'
import type { Path } from '#core/model/path.ts'
import type { Dialect } from './dialect.ts'
import type { Attribute, Block, Nested } from './hcl-text.ts'
import { snakeCase } from './spelling.ts'

interface Neighbour {
  readonly type: string
  /** The provider's names of properties that differ from CloudFormation's in snake case. */
  readonly names?: Readonly<Record<string, string>>
  /** What `Ref` (the empty name) and `Fn::GetAtt` of it give. */
  readonly attributes: Readonly<Record<string, string>>
  /** The property that is JSON as a text. */
  readonly encoded?: string
  /** The property whose names and values are a map. */
  readonly paired?: string
  /** What the provider asks for beside the properties. */
  readonly added?: (id: string, config: JsonObject) => Readonly<Record<string, string>>
}

/** By CloudFormation's type. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket */
const neighbours: Readonly<Record<string, Neighbour>> = {
  'AWS::S3::Bucket': {
    type: 'aws_s3_bucket',
    names: { BucketName: 'bucket' },
    attributes: {
      '': 'id',
      Arn: 'arn',
      DomainName: 'bucket_domain_name',
      RegionalDomainName: 'bucket_regional_domain_name',
    },
  },
  'AWS::S3::BucketPolicy': {
    type: 'aws_s3_bucket_policy',
    names: { PolicyDocument: 'policy' },
    encoded: 'PolicyDocument',
    attributes: {},
  },
  'AWS::CloudWatch::Alarm': {
    type: 'aws_cloudwatch_metric_alarm',
    names: { OKActions: 'ok_actions' },
    attributes: { '': 'alarm_name', Arn: 'arn' },
    paired: 'Dimensions',
    // CloudFront's metrics are in us-east-1, wherever the provider stands.
    added: (id, config) => ({
      ...(config['AlarmName'] === undefined && { alarm_name: id }),
      ...(config['Namespace'] === metricsNamespace && { region: 'us-east-1' }),
    }),
  },
  'AWS::Lambda::Permission': { type: 'aws_lambda_permission', attributes: { '': 'id' } },
}

export const neighbourOf = (type: string): Neighbour | undefined =>
  Object.hasOwn(neighbours, type) ? neighbours[type] : undefined

interface Writing {
  readonly value: (value: unknown, path: Path) => Nested
  readonly lose: (path: Path, message: string) => void
  readonly dialect: Dialect
}

const publicAccess = 'PublicAccessBlockConfiguration'
const isMap = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function pairsOf(
  list: unknown,
  nameIn: 'Key' | 'Name' | undefined,
): (readonly [string, unknown, number])[] | undefined {
  if (nameIn === undefined || !Array.isArray(list)) return undefined
  const pairs = list.map((item: unknown, index) => {
    const { [nameIn]: key, Value: value } = isMap(item) ? item : {}
    return typeof key === 'string' && value !== undefined ? ([key, value, index] as const) : undefined
  })
  return pairs.every((pair) => pair !== undefined) ? pairs : undefined
}

/** Where an item of a list that is a map in Terraform has its key. */
function keyIn(property: string, paired: string | undefined, hasTags: boolean): 'Key' | 'Name' | undefined {
  if (property === paired) return 'Name'
  return property === 'Tags' && hasTags ? 'Key' : undefined
}

function attributesOf(
  { type, names = {}, encoded, paired }: Neighbour,
  config: JsonObject,
  { path, writing }: { path: Path; writing: Writing },
): Attribute[] {
  const schema = terraformSchema.types[type] ?? {}
  return Object.entries(config).flatMap(([property, value]): Attribute[] => {
    const name = names[property] ?? snakeCase(property)
    const at = [...path, property]
    const pairs = pairsOf(value, keyIn(property, paired, Object.hasOwn(schema, 'tags')))
    if (pairs) {
      const object = pairs.map(
        ([key, of, index]) => [key, writing.value(of, [...at, index, 'Value'])] as const,
      )
      return [{ name, value: { object } }]
    }
    if (property === encoded) return [{ name, value: { call: 'jsonencode', of: writing.value(value, at) } }]
    if (Object.hasOwn(schema, name)) return [{ name, value: { nested: writing.value(value, at) } }]
    if (!(property === publicAccess && isMap(value)))
      writing.lose(
        at,
        `“${property}” is not written to ${writing.dialect.name}, whose “${type}” does not have it.`,
      )
    return []
  })
}

/** The provider keeps what of a bucket may be public in a resource of its own. */
function publicAccessBlock(
  label: string,
  config: JsonObject,
  { path, writing }: { path: Path; writing: Writing },
): Block[] {
  const settings = config[publicAccess]
  if (!isMap(settings)) return []
  const { dialect } = writing
  const of = attributesOf({ type: 'aws_s3_bucket_public_access_block', attributes: {} }, settings, {
    path: [...path, publicAccess],
    writing,
  })
  const bucket: Attribute = {
    name: 'bucket',
    value: { code: dialect.attribute('aws_s3_bucket', label, 'id') },
  }
  return [
    {
      type: 'resource',
      labels: ['aws_s3_bucket_public_access_block', dialect.beside(label, 'public_access')],
      attributes: [bucket, ...of],
      blocks: [],
    },
  ]
}

/** The blocks of a resource that stands around a distribution. */
export function neighbourBlocks(
  neighbour: Neighbour,
  label: string,
  config: JsonObject,
  place: { path: Path; writing: Writing },
): Block[] {
  const added = Object.entries(neighbour.added?.(label, config) ?? {}).map(([name, value]) => ({
    name,
    value,
  }))
  const own = {
    type: 'resource',
    labels: [neighbour.type, label],
    attributes: [...added, ...attributesOf(neighbour, config, place)],
    blocks: [],
  }
  return [own, ...publicAccessBlock(label, config, place)]
}
