/** A design as Terraform configuration for the AWS provider. */
import type { Loss, Written } from '#core/formats/format.ts'
import { isImplied, loggingOff, offMessage } from '#core/formats/implied.ts'
import { terraformSchema } from '#core/formats/schemas/schema.ts'
import type { DesignDocument, LogicalId, Resource } from '#core/model/document.ts'
import { isExpression, isRef, isUnknown, type Ref } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { Scalar } from '#core/model/shapes/shape.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { type Attribute, type Block, hclText, type Literal, longText } from './hcl-text.ts'
import { isComposedIdentity } from './identity.ts'
import { assumedValue } from './required.ts'
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
  given: ReadonlyMap<LogicalId, string> = new Map(),
): ReadonlyMap<LogicalId, string> {
  const names = new Map(given)
  const used = new Set<string>()
  for (const [id, name] of given) used.add(`${document.resources[id]?.type ?? ''}.${name}`)
  for (const [id, { type }] of Object.entries(document.resources)) {
    if (names.has(id)) continue
    const base = snakeCase(id).replace(/^(?=\d)/, '_') || 'resource'
    let name = base
    for (let count = 2; used.has(`${type}.${name}`); count += 1) name = `${base}_${count}`
    used.add(`${type}.${name}`)
    names.set(id, name)
  }
  return names
}

const noPlace = (name: string) =>
  `Terraform's “aws” provider has no place here for “${name}” (looked up in ${terraformSchema.of}).`

/** Where the design came from a file: what its resources are called there. */
export interface WriterOptions {
  readonly names?: ReadonlyMap<LogicalId, string>
}

export class Writer {
  readonly losses: Loss[] = []
  readonly variables: Variables
  private readonly document: DesignDocument
  private readonly names: ReadonlyMap<LogicalId, string>

  constructor(document: DesignDocument, { names }: WriterOptions = {}) {
    this.document = document
    this.names = resourceNames(document, names)
    this.variables = new Variables({ keepsCode: names !== undefined })
  }

  private lose(path: Path, message: string): void {
    this.losses.push({ path, message })
  }

  private reference(ref: Ref, path: Path): Literal {
    const target = this.document.resources[ref.ref]
    const type = target && terraformTypeOf(target)
    if (type === undefined) {
      this.lose(
        path,
        `“${nameOf(ref)}” is not part of the Terraform configuration; a variable stands in for it.`,
      )
      return { code: this.variables.named(snakeCase(nameOf(ref)), 'string', `What ${nameOf(ref)} gives`) }
    }
    const own = isComposedIdentity(path) ? 'cloudfront_access_identity_path' : (kinds[type]?.identity ?? 'id')
    const attribute = ref.attribute === undefined || ref.attribute === 'Ref' ? own : snakeCase(ref.attribute)
    return { code: `${type}.${this.names.get(ref.ref) ?? snakeCase(ref.ref)}.${attribute}` }
  }

  private value(scalar: Scalar, value: unknown, path: Path): Literal {
    if (isRef(value)) return this.reference(value, path)
    if (isUnknown(value)) return { code: this.variables.unknown(value, path, scalar.type) }
    if (scalar.type === 'number' && typeof value === 'string' && /^\d+$/.test(value)) return Number(value)
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
    return JSON.stringify(value) ?? null
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
        `“${spelling.name}” is a block in Terraform, and what it holds is not known here.`,
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
      this.lose(path, `“${name}” is a block in Terraform, and what it holds is not known here.`)
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
    }
    this.loseTheRest(type, spellings, fields, path)
    return { type, attributes, blocks }
  }

  /** What is written for a field: the design's value, or what CloudFront assumes where the provider asks for one. */
  private said(type: string, spelling: Spelling, fields: Fields, path: Path): unknown {
    const { from, name, isRequired } = spelling
    const value = at(fields, from) ?? assumedValue(type, spelling)
    if (value === undefined && isRequired)
      this.lose(path, `Terraform requires “${name}” in “${type}”, and the design does not say it.`)
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
      else if (!isWhole) this.lose([...path, name], noPlace(name))
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
        this.lose([...path, name], noPlace(name))
  }

  resource(id: LogicalId, resource: Resource): Block | undefined {
    const type = terraformTypeOf(resource)
    const spec = type === undefined ? undefined : kinds[type]
    if (type === undefined || !spec) {
      this.lose(
        ['resources', id],
        `“${id}” (${resource.type}) is not written to Terraform; references to it become variables.`,
      )
      return undefined
    }
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

/** The provider sends an empty S3 origin itself where an origin has no config of its own. */
const isEmptyIdentity = ({ name }: Spelling, value: unknown): boolean =>
  name === 's3_origin_config' && isFields(value) && value['OriginAccessIdentity'] === ''

const block = (type: string, attributes: Attribute[], blocks: Block[] = []): Block => ({
  type,
  attributes,
  blocks,
})

/** Terraform configuration for a design, and what it cannot hold. */
export function toTerraform(document: DesignDocument): Written {
  const writer = new Writer(document)
  const resources = Object.entries(document.resources).flatMap(([id, resource]) => {
    const written = writer.resource(id, resource)
    return written ? [written] : []
  })
  const provider = block('required_providers', [
    {
      name: 'aws',
      value: {
        pairs: [
          ['source', 'hashicorp/aws'],
          ['version', '>= 6.0'],
        ],
      },
    },
  ])
  const head = block('terraform', [], [provider])
  return { text: hclText([head, ...writer.variables.blocks(), ...resources]), losses: writer.losses }
}
