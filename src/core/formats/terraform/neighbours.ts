/**
 * What stands around a distribution and is written with it: buckets, their policies, and permissions of Lambda
 * functions. A property that the provider keeps elsewhere is told as a loss.
 */
import { terraformSchema } from '#core/formats/schemas/schema.ts'
import type { JsonObject } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
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
  'AWS::Lambda::Permission': { type: 'aws_lambda_permission', attributes: { '': 'id' } },
}

export const neighbourOf = (type: string): Neighbour | undefined =>
  Object.hasOwn(neighbours, type) ? neighbours[type] : undefined

interface Writing {
  readonly value: (value: unknown, path: Path) => Nested
  readonly lose: (path: Path, message: string) => void
}

const publicAccess = 'PublicAccessBlockConfiguration'
const isMap = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function tagPairs(tags: unknown): (readonly [string, unknown, number])[] | undefined {
  if (!Array.isArray(tags)) return undefined
  const pairs = tags.map((tag: unknown, index) => {
    const { Key: key, Value: value } = isMap(tag) ? tag : {}
    return typeof key === 'string' && value !== undefined ? ([key, value, index] as const) : undefined
  })
  return pairs.every((pair) => pair !== undefined) ? pairs : undefined
}

function attributesOf(
  { type, names = {}, encoded }: Neighbour,
  config: JsonObject,
  { path, writing }: { path: Path; writing: Writing },
): Attribute[] {
  const schema = terraformSchema.types[type] ?? {}
  return Object.entries(config).flatMap(([property, value]): Attribute[] => {
    const name = names[property] ?? snakeCase(property)
    const at = [...path, property]
    const tags = property === 'Tags' && schema['tags'] ? tagPairs(value) : undefined
    if (tags) {
      const pairs = tags.map(([key, of, index]) => [key, writing.value(of, [...at, index, 'Value'])] as const)
      return [{ name: 'tags', value: { object: pairs } }]
    }
    if (property === encoded) return [{ name, value: { call: 'jsonencode', of: writing.value(value, at) } }]
    if (Object.hasOwn(schema, name)) return [{ name, value: { nested: writing.value(value, at) } }]
    if (!(property === publicAccess && isMap(value)))
      writing.lose(at, `“${property}” is not written to Terraform, whose “${type}” does not have it.`)
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
  const of = attributesOf({ type: 'aws_s3_bucket_public_access_block', attributes: {} }, settings, {
    path: [...path, publicAccess],
    writing,
  })
  const bucket: Attribute = { name: 'bucket', value: { code: `aws_s3_bucket.${label}.id` } }
  return [
    {
      type: 'resource',
      labels: ['aws_s3_bucket_public_access_block', label],
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
  const own = {
    type: 'resource',
    labels: [neighbour.type, label],
    attributes: attributesOf(neighbour, config, place),
    blocks: [],
  }
  return [own, ...publicAccessBlock(label, config, place)]
}
