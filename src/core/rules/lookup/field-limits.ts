/**
 * What CloudFormation's schemas and the API's model say of the text of a field, where no rule of its own says more:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_CloudFront.html
 */
import type { DesignDocument, ResourceType } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'

interface TextLimit {
  readonly type: ResourceType
  /** Within the config; lists stand for their items. */
  readonly field: readonly string[]
  readonly takes: RegExp
  /** What it takes, as a message says it. */
  readonly says: string
}

const comment = { takes: /^.{0,128}$/su, says: 'up to 128 characters' }
const commented: readonly ResourceType[] = [
  'CachePolicy',
  'FieldLevelEncryptionConfig',
  'FieldLevelEncryptionProfile',
  'KeyValueStore',
  'OriginAccessIdentity',
  'OriginRequestPolicy',
  'PublicKey',
  'ResponseHeadersPolicy',
]
const parameterValue = { takes: /^.{1,256}$/su, says: '1 to 256 characters' }

/** Types whose names no other rule judges. */
const plainlyNamed: readonly ResourceType[] = [
  'ConnectionGroup',
  'KeyGroup',
  'PublicKey',
  'TrustStore',
  'VpcOrigin',
]
const limits: readonly TextLimit[] = [
  ...plainlyNamed.map((type) => ({ type, field: ['Name'], takes: /^.+$/su, says: 'a name' })),
  ...commented.map((type) => ({ type, field: ['Comment'], ...comment })),
  {
    type: 'Distribution',
    field: ['TenantConfig', 'ParameterDefinitions', 'Definition', 'StringSchema', 'DefaultValue'],
    ...parameterValue,
  },
  {
    type: 'Distribution',
    field: ['ConnectionFunctionAssociation', 'Id'],
    takes: /^.{1,64}$/su,
    says: '1 to 64 characters',
  },
  { type: 'DistributionTenant', field: ['Parameters', 'Value'], ...parameterValue },
  {
    type: 'DistributionTenant',
    field: ['Parameters', 'Name'],
    takes: /^[a-zA-Z0-9-_]{1,128}$/,
    says: '1 to 128 letters, digits, - and _',
  },
  {
    type: 'DistributionTenant',
    field: ['Name'],
    takes: /^[a-zA-Z0-9]([a-zA-Z0-9-.]{0,126}[a-zA-Z0-9])?$/,
    says: 'up to 128 letters, digits, hyphens and periods, with a letter or a digit first and last',
  },
  {
    type: 'ConnectionFunction',
    field: ['Name'],
    takes: /^[a-zA-Z0-9-_]{1,64}$/,
    says: '1 to 64 letters, digits, - and _',
  },
  {
    type: 'ContinuousDeploymentPolicy',
    field: ['TrafficConfig', 'SingleHeaderConfig', 'Value'],
    takes: /^.+$/su,
    says: 'at least one character',
  },
  {
    type: 'TrustStore',
    field: ['CaCertificatesBundleSource', 'CaCertificatesBundleS3Location', 'Region'],
    takes: /^[a-z]{2}(-[a-z]+)+-\d$/,
    says: 'the code of a Region, such as us-east-1',
  },
]

/** Lists that CloudFormation's schema wants an item in; the API takes them empty. */
const neverEmpty: readonly Pick<TextLimit, 'type' | 'field'>[] = [
  { type: 'FieldLevelEncryptionConfig', field: ['ContentTypeProfileConfig', 'ContentTypeProfiles'] },
  { type: 'FieldLevelEncryptionProfile', field: ['EncryptionEntities', 'FieldPatterns'] },
]

export interface OutsideLimit {
  readonly path: Path
  readonly value: string
  readonly says: string
}

function* valuesAt(value: unknown, field: readonly string[], path: Path): Generator<[Path, unknown]> {
  if (isExpression(value)) return
  if (Array.isArray(value) && (field.length > 0 || typeof value[0] === 'string')) {
    for (const [index, item] of value.entries()) yield* valuesAt(item, field, [...path, index])
    return
  }
  const [step, ...rest] = field
  if (step === undefined) {
    yield [path, value]
    return
  }
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, step))
    yield* valuesAt((value as Readonly<Record<string, unknown>>)[step], rest, [...path, step])
}

/** One resource of a design. */
interface Judged {
  readonly type: string
  readonly config: unknown
  readonly path: Path
}

function* textsOutside({ type, config, path: at }: Judged): Generator<OutsideLimit> {
  for (const { field, takes, says } of limits.filter((one) => one.type === type))
    for (const [path, value] of valuesAt(config, field, at))
      if (typeof value === 'string' && !takes.test(value)) yield { path, value, says }
}

function* emptyLists({ type, config, path: at }: Judged): Generator<OutsideLimit> {
  for (const { field } of neverEmpty.filter((one) => one.type === type))
    for (const [path, value] of valuesAt(config, field, at))
      if (Array.isArray(value) && value.length === 0) yield { path, value: '', says: 'at least one item' }
}

/** Every value of a design that its field does not take. */
export function* outsideLimits({ resources, source }: DesignDocument): Generator<OutsideLimit> {
  for (const [id, { type, config }] of Object.entries(resources)) {
    const judged = { type, config, path: ['resources', id, 'config'] }
    yield* textsOutside(judged)
    if (source?.format.startsWith('cloudformation')) yield* emptyLists(judged)
  }
}
