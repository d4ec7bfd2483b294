/**
 * How the Terraform AWS provider spells what the API says: the shape table walked once, with the provider's own
 * names where they differ (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution).
 * The writer and the reader walk the same result, so that they cannot disagree.
 */

import {
  requiredNames,
  type SchemaFields,
  schemaField,
  terraformSchema,
} from '#core/formats/schemas/schema.ts'
import { tableOf } from '#core/ground/names.ts'
import type { Resource, ResourceType } from '#core/model/document.ts'
import type { Scalar, Shape, Structure } from '#core/model/shapes/shape.ts'
import { resourceKind, resourceKinds, resourceTypes } from '#core/resources/index.ts'
import type { ListStyle, TerraformSpelling, TerraformVariant } from '#core/resources/kind/kind.ts'

/** One field of a block, and the path of the API's fields that it stands for. */
export interface Spelling {
  readonly name: string
  /** What other versions of the provider call it. */
  readonly olderName?: string
  /** From the structure that the block stands for: one step, or more where Terraform is flatter than the API. */
  readonly from: readonly string[]
  readonly as: 'attribute' | 'list' | 'block' | 'blocks' | 'wrapped-list' | 'wrapped-blocks'
  readonly scalar: Scalar
  /** The fields inside of a block. */
  readonly fields: readonly Spelling[]
  /** The wrapping block counts its items. */
  readonly counted: boolean
  /** The provider refuses the block without it. */
  readonly isRequired: boolean
  /** The version of the provider that brought it, where not all have it. */
  readonly since?: string
  /** What the provider asks for inside of the block and no field of the API says. */
  readonly demands: readonly string[]
}

interface Kind extends Omit<TerraformSpelling, 'type'> {
  readonly type: ResourceType
  /** Fields that a resource of this kind has without saying so. */
  readonly fixed?: TerraformVariant['fixed']
}

/** By the provider's type of a resource. */
export const kinds: Readonly<Record<string, Kind>> = tableOf(
  Object.fromEntries(
    resourceTypes.flatMap((type) => {
      const { terraform, terraformVariants = [] } = resourceKinds[type]
      const spellings = [...(terraform ? [terraform] : []), ...terraformVariants]
      return spellings.map((spelling) => [spelling.type, { ...spelling, type }])
    }),
  ),
)

/** The provider's resource for a kind of the design; undefined where it has none that Frontage writes. */
export const terraformType = (type: string): string | undefined => resourceKind(type)?.terraform?.type

/** The same for a resource: the variant of the provider that its config asks for, if there is one. */
export function terraformTypeOf({ type, config }: Resource): string | undefined {
  const fields = config as Readonly<Record<string, unknown>>
  const variant = resourceKind(type)?.terraformVariants?.find(({ fixed }) =>
    Object.entries(fixed).every(([name, value]) => fields[name] === value),
  )
  return variant?.type ?? terraformType(type)
}

/** `IsIPV6Enabled` → `is_ipv6_enabled`. */
export const snakeCase = (name: string): string =>
  name
    .replace(/([A-Z])(?=[A-Z][a-z])/g, '$1_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase()

const text: Scalar = { kind: 'scalar', type: 'string' }
/** The API says a status as text, the provider as a number. */
const numbers = new Set(['ResponseCode'])

function scalarOf(shape: Shape, field: string): Scalar {
  if (numbers.has(field)) return { kind: 'scalar', type: 'number' }
  if (shape.kind === 'scalar') return shape
  return shape.kind === 'list' ? scalarOf(shape.of, field) : text
}

/** The spelling of one resource: what its record says of the provider, over the rule. */
class Speller {
  private readonly lists: ListStyle
  private readonly names: NonNullable<TerraformSpelling['names']>
  private readonly flattened: NonNullable<TerraformSpelling['flattened']>
  private readonly olderNames: NonNullable<TerraformSpelling['olderNames']>

  constructor({ lists, names = {}, flattened = {}, olderNames = {} }: Omit<TerraformSpelling, 'type'>) {
    this.olderNames = olderNames
    this.lists = lists
    this.names = names
    this.flattened = flattened
  }

  private spell(
    name: string,
    from: readonly string[],
    shape: Shape,
    lists: ListStyle,
    parent: string,
  ): Spelling {
    const field = from.at(-1) ?? parent
    const olderName = this.olderNames[name]
    const common = {
      name,
      from,
      ...(olderName !== undefined && { olderName }),
      scalar: scalarOf(shape, field),
      fields: [],
      counted: lists === 'counted',
      isRequired: false,
      demands: [],
    }
    if (shape.kind === 'scalar') return { ...common, as: 'attribute' }
    if (shape.kind === 'structure') return { ...common, as: 'block', fields: this.fieldsOf(shape, field) }
    const wraps = lists !== 'plain' && shape.api !== 'plain'
    if (shape.of.kind !== 'structure' || isListOfStores(field, name))
      return { ...common, as: wraps ? 'wrapped-list' : 'list' }
    return { ...common, as: wraps ? 'wrapped-blocks' : 'blocks', fields: this.fieldsOf(shape.of, field) }
  }

  /** The provider's fields of a structure, in the order of the shape table. */
  fieldsOf(structure: Structure, parent: string): Spelling[] {
    return Object.entries(structure.fields).flatMap(([field, { shape }]): Spelling[] => {
      const flat = this.flattened[field]
      if (flat && shape.kind === 'structure')
        return Object.entries(flat).flatMap(([inner, name]) => {
          const child = shape.fields[inner]
          return child ? [this.spell(name, [field, inner], child.shape, 'plain', parent)] : []
        })
      const name = this.names[`${parent}.${field}`] ?? this.names[field] ?? snakeCase(field)
      return [this.spell(name, [field], shape, this.lists, parent)]
    })
  }
}

/** Functions name their stores in a plain list. */
const isListOfStores = (field: string, name: string): boolean =>
  field === 'KeyValueStoreAssociations' && name === 'key_value_store_associations'

/** What of a spelling the provider's schema has: a field that it lacks is not written, and told as a loss. */
function held(spellings: readonly Spelling[], schema: SchemaFields | undefined): readonly Spelling[] {
  return spellings.flatMap((spelling) => {
    const field = schemaField(schema, spelling.name)
    if (!field) return []
    const inner = spelling.as.startsWith('wrapped') ? field.fields?.['items']?.fields : field.fields
    const fields = held(spelling.fields, inner)
    const demands = fields.length === 0 ? [] : demandsOf(fields, inner)
    const { since } = field
    return [
      {
        ...spelling,
        fields,
        demands,
        isRequired: field.required === true,
        ...(since !== undefined && { since }),
      },
    ]
  })
}

const demandsOf = (fields: readonly Spelling[], schema: SchemaFields | undefined): readonly string[] =>
  requiredNames(schema).filter(
    (name) => schemaField(schema, name) && !fields.some((each) => each.name === name),
  )

const spelled = new Map<string, readonly Spelling[]>()

/** The fields of a provider's resource, as far as its schema has them. */
export function spellingOf(resource: string): readonly Spelling[] {
  const known = spelled.get(resource)
  if (known) return known
  const kind = kinds[resource]
  const fields = kind ? new Speller(kind).fieldsOf(resourceKinds[kind.type].config, kind.type) : []
  const schema = terraformSchema.types[resource]
  const result = held(
    fields,
    kind?.wrapper === undefined ? schema : schemaField(schema, kind.wrapper)?.fields,
  )
  spelled.set(resource, result)
  return result
}
