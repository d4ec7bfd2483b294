/** A design as Terraform configuration for the AWS provider. */
import { assumedValue } from '#core/formats/assumed.ts'
import { accessResources } from '#core/formats/cloudformation/access-resources.ts'
import type { Loss, Written } from '#core/formats/format.ts'
import { isImplied, loggingOff, offMessage } from '#core/formats/implied.ts'
import { terraformSchema } from '#core/formats/schemas/schema.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import type { DesignDocument, LogicalId, Resource } from '#core/model/document.ts'
import { isExpression, isRef, isUnknown, type JsonObject, type Ref, type Unknown } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { Scalar, ScalarType } from '#core/model/shapes/shape.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { resourceKind } from '#core/resources/index.ts'
import { type Dialect, hclDialect } from './dialect.ts'
import { Expressions } from './expressions.ts'
import { type Attribute, type Block, hclText, type Literal, longText, type Nested } from './hcl-text.ts'
import { isComposedIdentity } from './identity.ts'
import { neighbourBlocks, neighbourOf } from './neighbours.ts'
import { kinds, type Spelling, snakeCase, spellingOf, terraformTypeOf } from './spelling.ts'
import { Variables } from './variables.ts'

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExpression(value)

const at = (fields: Fields, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((value, step) => (isFields(value) ? value[step] : undefined), fields)

/** Names of resources in Terraform, unlike each other within one type. */
function resourceNames(
  document: DesignDocument,
  {
    given = new Map(),
    isShared = false,
  }: { given?: ReadonlyMap<LogicalId, string> | undefined; isShared?: boolean },
): ReadonlyMap<LogicalId, string> {
  const names = new Map(given)
  const used = new Set<string>()
  for (const [id, name] of given) used.add(`${document.resources[id]?.type ?? ''}.${name}`)
  for (const [id, resource] of Object.entries(document.resources)) {
    if (names.has(id)) continue
    const type = isShared ? '' : resource.type
    const base = snakeCase(id).replace(/^(?=\d)/, '_') || 'resource'
    let name = base
    for (let count = 2; used.has(`${type}.${name}`); count += 1) name = `${base}_${count}`
    used.add(`${type}.${name}`)
    names.set(id, name)
  }
  return names
}

/** Where the design came from a file: what its resources are called there. */
export interface WriterOptions {
  readonly names?: ReadonlyMap<LogicalId, string>
  readonly dialect?: Dialect
}

export class Writer {
  readonly losses: Loss[] = []
  readonly variables: Variables
  readonly expressions: Expressions
  /** Written from nothing, with what stands around the distributions. */
  private readonly isWhole: boolean
  readonly dialect: Dialect
  /** The versions of the provider that brought what is written. */
  private readonly since = new Set<string>([terraformSchema.oldest])
  private readonly document: DesignDocument
  private readonly names: ReadonlyMap<LogicalId, string>

  constructor(document: DesignDocument, { names, dialect = hclDialect }: WriterOptions = {}) {
    this.document = document
    this.dialect = dialect
    this.names = resourceNames(document, { given: names, isShared: dialect.namesAreShared })
    this.isWhole = names === undefined
    this.variables = new Variables(dialect, { keepsCode: names !== undefined })
    this.expressions = new Expressions(
      {
        attribute: (id, attribute) => {
          if (!Object.hasOwn(document.resources, id)) return null
          return this.attributeOf(attribute === '' ? { ref: id } : { ref: id, attribute }, [])
        },
        variable: (name, description) => this.variables.named(snakeCase(name), 'string', description),
      },
      dialect,
    )
  }

  private noPlace(name: string): string {
    return `${this.dialect.provider} has no place here for “${name}” (looked up in ${terraformSchema.of}).`
  }

  private lose(path: Path, message: string): void {
    this.losses.push({ path, message })
  }

  /** What another block says for a resource or for an attribute of it; undefined where it is not written. */
  private attributeOf({ ref, attribute = '' }: Ref, path: Path): string | undefined {
    const target = this.document.resources[ref]
    const name = this.names.get(ref) ?? snakeCase(ref)
    const neighbour = this.isWhole && target && isAllKnown(target) ? neighbourOf(target.type) : undefined
    const outer = neighbour?.attributes[attribute === 'Ref' ? '' : attribute]
    if (neighbour)
      return outer === undefined ? undefined : this.dialect.attribute(neighbour.type, name, outer)
    const type = target && terraformTypeOf(target)
    if (!target || type === undefined) return undefined
    const own = isComposedIdentity(path) ? 'cloudfront_access_identity_path' : (kinds[type]?.identity ?? 'id')
    const isItself = attribute === '' || attribute === 'Ref' || isIdentity(target.type, attribute)
    return this.dialect.attribute(type, name, isItself ? own : snakeCase(attribute))
  }

  private reference(ref: Ref, path: Path): Literal {
    const code = this.attributeOf(ref, path)
    if (code !== undefined) return { code }
    this.lose(
      path,
      `“${nameOf(ref)}” is not part of what is written to ${this.dialect.name}; a variable stands in for it.`,
    )
    return { code: this.variables.named(snakeCase(nameOf(ref)), 'string', `What ${nameOf(ref)} gives`) }
  }

  private unknown(unknown: Unknown, path: Path, type: ScalarType): Literal {
    // An expression of a source is JSON.
    const code = type === 'string' ? this.expressions.code(unknown.expression as Tree) : undefined
    return { code: code ?? this.variables.unknown(unknown, path, type) }
  }

  private value(scalar: Scalar, value: unknown, path: Path): Literal {
    if (isRef(value)) return this.reference(value, path)
    if (isUnknown(value)) return this.unknown(value, path, scalar.type)
    if (scalar.type === 'number' && typeof value === 'string' && /^\d+$/.test(value)) return Number(value)
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
    return JSON.stringify(value) ?? null
  }

  /** A value of a resource that the shapes do not describe, or of a template. */
  private nested(value: unknown, path: Path): Nested {
    if (isExpression(value)) return this.value({ kind: 'scalar', type: 'string' }, value, path)
    if (Array.isArray(value)) return value.map((item, index) => this.nested(item, [...path, index]))
    if (!isFields(value)) return this.value({ kind: 'scalar', type: 'string' }, value ?? '', path)
    // What is left of a resource's config is JSON.
    const code = this.expressions.code(value as Tree)
    if (code !== undefined) return { code }
    if (Object.keys(value).some((name) => name === 'Ref' || name.startsWith('Fn::')))
      return this.unknown({ unknown: JSON.stringify(value), expression: value as Tree }, path, 'string')
    return { object: Object.entries(value).map(([key, item]) => [key, this.nested(item, [...path, key])]) }
  }

  /** The blocks of a resource around a distribution; undefined where the provider's one is not written. */
  neighbour(id: LogicalId, type: string, config: JsonObject, path: Path): Block[] | undefined {
    const neighbour = neighbourOf(type)
    if (!neighbour) return undefined
    const writing = {
      value: (value: unknown, at: Path) => this.nested(value, at),
      lose: (at: Path, message: string) => this.lose(at, message),
      dialect: this.dialect,
    }
    return neighbourBlocks(neighbour, this.names.get(id) ?? snakeCase(id), config, { path, writing })
  }

  private items(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : value === undefined ? [] : [value]
  }

  private list({ from, scalar }: Spelling, value: unknown, path: Path): Literal {
    const inner = from.at(-1) === 'KeyValueStoreAssociations' ? 'KeyValueStoreARN' : undefined
    return this.items(value).map((item, index) =>
      this.value(scalar, inner !== undefined && isFields(item) ? item[inner] : item, [
        ...path,
        index,
        ...(inner === undefined ? [] : [inner]),
      ]),
    )
  }

  private blocks(spelling: Spelling, value: unknown, path: Path): Block[] {
    return this.items(value).flatMap((item, index) => {
      if (isFields(item)) return [this.body(spelling.name, spelling.fields, item, [...path, index])]
      this.lose(
        [...path, index],
        `“${spelling.name}” is a block in ${this.dialect.name}, and what it holds is not known here.`,
      )
      return []
    })
  }

  private field(spelling: Spelling, value: unknown, path: Path): { attribute?: Attribute; blocks?: Block[] } {
    const { name, as, fields, counted } = spelling
    if (as === 'attribute') return { attribute: { name, value: this.scalar(spelling, value, path) } }
    if (as === 'list') return { attribute: { name, value: this.list(spelling, value, path) } }
    if (as === 'blocks') return { blocks: this.blocks(spelling, value, path) }
    if (as === 'block') {
      if (isFields(value)) return { blocks: [this.body(name, fields, value, path)] }
      this.lose(path, `“${name}” is a block in ${this.dialect.name}, and what it holds is not known here.`)
      return {}
    }
    if (as === 'wrapped-blocks') {
      const blocks = this.blocks({ ...spelling, name: 'items' }, value, path)
      return { blocks: [{ type: name, attributes: [], blocks }] }
    }
    const items = this.list(spelling, value, path)
    const quantity: Attribute[] = counted ? [{ name: 'quantity', value: this.items(value).length }] : []
    return {
      blocks: [{ type: name, attributes: [{ name: 'items', value: items }, ...quantity], blocks: [] }],
    }
  }

  private scalar({ name, scalar }: Spelling, value: unknown, path: Path): Attribute['value'] {
    const isLong = (name === 'code' || name === 'encoded_key') && typeof value === 'string'
    return isLong ? longText(value) : this.value(scalar, value, path)
  }

  /** A block with everything that the provider has a name for; the rest is told as a loss. */
  body(type: string, spellings: readonly Spelling[], fields: Fields, path: Path): Block {
    const attributes: Attribute[] = []
    const blocks: Block[] = []
    for (const spelling of spellings) {
      const value = this.said(type, spelling, fields, path)
      if (value === undefined) continue
      const { attribute, blocks: more } = this.field(spelling, value, [...path, ...spelling.from])
      if (attribute) attributes.push(attribute)
      blocks.push(...(more ?? []))
      if (spelling.since !== undefined) this.since.add(spelling.since)
    }
    this.loseTheRest(type, spellings, fields, path)
    return { type, attributes, blocks }
  }

  /** What is written for a field: the design's value, or what CloudFront assumes where the provider asks for one. */
  private said(type: string, spelling: Spelling, fields: Fields, path: Path): unknown {
    const { from, name, isRequired } = spelling
    const value = at(fields, from) ?? (isRequired ? assumedFor(type, spelling, path) : undefined)
    if (value === undefined && isRequired)
      this.lose(path, `${this.dialect.name} requires “${name}” in “${type}”, and the design does not say it.`)
    if (value === undefined || isEmptyIdentity(spelling, value)) return undefined
    const off = loggingOff(from.at(-1) ?? '', value)
    for (const setting of off ?? []) this.lose([...path, ...from, setting], offMessage(setting))
    return off ? undefined : value
  }

  private loseTheRest(type: string, spellings: readonly Spelling[], fields: Fields, path: Path): void {
    const of = String(path.findLast((step) => typeof step === 'string'))
    const fixed = kinds[type]?.fixed ?? {}
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined || isImplied(of, name, fields) || fixed[name] === value) continue
      const here = spellings.filter(({ from }) => from[0] === name)
      const isWhole = here.some(({ from }) => from.length === 1)
      if (!isWhole && here.length > 0 && isFields(value)) this.loseBeside(here, value, [...path, name])
      else if (!isWhole) this.lose([...path, name], this.noPlace(name))
    }
  }

  /** What a structure holds beside the fields that the provider puts beside those of its parent. */
  private loseBeside(here: readonly Spelling[], fields: Fields, path: Path): void {
    for (const [name, value] of Object.entries(fields))
      if (
        value !== undefined &&
        !here.some(({ from }) => from.at(-1) === name) &&
        !isImplied(String(path.at(-1)), name, fields)
      )
        this.lose([...path, name], this.noPlace(name))
  }

  resource(id: LogicalId, resource: Resource): Block | undefined {
    if ('isPartial' in resource) {
      this.lose(['resources', id], `“${id}” (${resource.type}) stays in the text that it came from.`)
      return undefined
    }
    const type = terraformTypeOf(resource)
    const spec = type === undefined ? undefined : kinds[type]
    if (type === undefined || !spec) {
      this.lose(
        ['resources', id],
        `“${id}” (${resource.type}) is not written to ${this.dialect.name}; references to it become variables.`,
      )
      return undefined
    }
    this.since.add(terraformSchema.since[type] ?? terraformSchema.oldest)
    // Kinds in the table hold configs whose fields are named as in the shape table.
    const body = this.body(type, spellingOf(type), resource.config as Fields, ['resources', id, 'config'])
    const { attributes, blocks } = spec.wrapper
      ? { attributes: [], blocks: [{ ...body, type: spec.wrapper }] }
      : body
    const tags = 'tags' in resource && resource.tags ? [this.tags(resource.tags, id)] : []
    return {
      type: 'resource',
      labels: [type, this.names.get(id) ?? id],
      attributes: [...attributes, ...tags],
      blocks,
    }
  }

  /** The first version of the provider that has everything that was written. */
  version(): string {
    return (
      [...this.since].toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1) ?? ''
    )
  }

  private tags(tags: readonly { Key: unknown; Value: unknown }[], id: LogicalId): Attribute {
    const pairs = tags.flatMap(({ Key, Value }, index): [string, Literal][] => {
      const path = ['resources', id, 'tags', index]
      if (typeof Key === 'string') return [[Key, this.value({ kind: 'scalar', type: 'string' }, Value, path)]]
      this.lose(path, 'The name of this tag is not known here.')
      return []
    })
    return { name: 'tags', value: { pairs } }
  }
}

/** What CloudFront assumes for a field of the structure at a path; a resource's own are named after its type. */
function assumedFor(block: string, { from }: Spelling, path: Path): unknown {
  const outer = kinds[block]?.type ?? String(path.findLast((step) => typeof step === 'string'))
  return assumedValue(from.at(-2) ?? outer, from.at(-1) ?? '')
}

/** The provider sends an empty S3 origin itself where an origin has no config of its own. */
const isEmptyIdentity = ({ name }: Spelling, value: unknown): boolean =>
  name === 's3_origin_config' &&
  isFields(value) &&
  value['OriginAccessIdentity'] === '' &&
  Object.keys(value).every((field) => field === 'OriginAccessIdentity')

const block = (type: string, attributes: Attribute[], blocks: Block[] = []): Block => ({
  type,
  attributes,
  blocks,
})

/** What was read in part stays in its own text. */
const isAllKnown = (resource: Resource): boolean => !('isPartial' in resource)

/** True for an attribute that CloudFormation has for what names the resource itself. */
const isIdentity = (type: string, attribute: string): boolean =>
  resourceKind(type)?.cloudFormation?.identity.includes(attribute) === true

const noDeletionPolicy = (id: LogicalId, { name }: Dialect) =>
  `${name} has no DeletionPolicy: to destroy what it made deletes “${id}” too, unless you protect it there.`

function blocksOf(writer: Writer, id: LogicalId, resource: Resource): Block[] {
  const path = ['resources', id, 'config']
  // Other types than CloudFront's hold JSON.
  const around = isAllKnown(resource)
    ? writer.neighbour(id, resource.type, resource.config as JsonObject, path)
    : undefined
  if (around && 'deletionPolicy' in resource && (resource.deletionPolicy ?? 'Delete') !== 'Delete')
    writer.losses.push({
      path: ['resources', id, 'deletionPolicy'],
      message: noDeletionPolicy(id, writer.dialect),
    })
  const written = around ?? writer.resource(id, resource) ?? []
  return [written].flat()
}

/** A whole design's resources, with what lets the distributions reach their origins. */
export function blocksOfDesign(writer: Writer, document: DesignDocument): Block[] {
  const resources = Object.entries(document.resources).flatMap(([id, resource]) =>
    blocksOf(writer, id, resource),
  )
  // In CloudFormation's words.
  const access = Object.entries(accessResources(document)).flatMap(([id, tree]) => {
    const { Type: type, Properties: properties } = tree as TreeMap
    return writer.neighbour(id, String(type), properties as JsonObject, ['resources']) ?? []
  })
  return [...resources, ...access]
}

/** Terraform configuration for a design, and what it cannot hold. */
export function toTerraform(document: DesignDocument): Written {
  const writer = new Writer(document)
  const resources = blocksOfDesign(writer, document)
  const provider = block('required_providers', [
    {
      name: 'aws',
      value: {
        pairs: [
          ['source', 'hashicorp/aws'],
          ['version', `>= ${writer.version().replace(/\.0$/, '')}`],
        ],
      },
    },
  ])
  const head = block('terraform', [], [provider])
  return {
    text: hclText([head, ...writer.variables.blocks(), ...writer.expressions.blocks(), ...resources]),
    losses: writer.losses,
  }
}
