/**
 * One resource of AWS: everything that Frontage knows of its type, in one record. What other folders know by type are
 * views of the records, so that a new type is one file and a line in the registry, and a forgotten member is an error
 * of types.
 */
import type { LogicalId, ResourceConfigs, ResourceType } from '#core/model/document.ts'
import type { Picture } from '#core/model/picture.ts'
import type { Structure } from '#core/model/shapes/shape.ts'
import type { FormSection } from './form-field.ts'
import type { Requirement } from './requirement.ts'

/** How CloudFormation spells it; names of fields that differ stand in the shape. */
export interface CloudFormationSpelling {
  readonly type: `AWS::CloudFront::${string}`
  /** The property that wraps the config. */
  readonly wrapper: string | null
  /**
   * The attributes that mean the resource itself where another one names it; the empty one is `Ref`, and the first is
   * the one that is written.
   */
  readonly identity: readonly string[]
}

/** How the provider writes lists: as they are, inside of a block with `items`, or with their count beside them. */
export type ListStyle = 'plain' | 'wrapped' | 'counted'

/** How the Terraform AWS provider spells it. */
export interface TerraformSpelling {
  readonly type: `aws_cloudfront_${string}`
  readonly lists: ListStyle
  /** What a field of another resource names: `aws_cloudfront_function.rewrite.arn`. */
  readonly identity: 'id' | 'arn'
  /** The block that holds all of the config. */
  readonly wrapper?: string
  /**
   * The provider's names where they are not the API's in snake case, by the field or by `Parent.Field`. What it lacks,
   * its schema tells.
   */
  readonly names?: Readonly<Record<string, string>>
  /** Names that other versions of the provider have for the same: only read. */
  readonly olderNames?: Readonly<Record<string, string>>
  /** Structures whose fields the provider puts beside those of their parent, with the names that they have there. */
  readonly flattened?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Another resource of the provider for the same type of CloudFront's: its configs have these fields by themselves. */
export interface TerraformVariant extends TerraformSpelling {
  readonly fixed: Readonly<Record<string, string>>
}

/** A field of the API that names a resource of this type. */
export interface Naming {
  /** The field's name, behind those of the structures above it where its own is not enough: `TrustedKeyGroups.Items`. */
  readonly field: string
  /** The type whose config has it, where other types have a field of that name. */
  readonly of?: ResourceType
  /** What stands there. */
  readonly by: 'id' | 'arn' | 'domain name'
  /** The id is what is behind the last slash, and this stands before it where Frontage writes it. */
  readonly path?: string
}

/** Where things can be put. */
export type Place = 'behavior' | 'origin' | 'distribution' | 'group' | 'function'

/** What it means to put a resource on the thing that it serves. */
export interface Placement {
  readonly on: Place
  /** The field of that thing. */
  readonly field: readonly string[]
  /** The field's new value, from what it is now; a reference where nothing is said. */
  readonly value?: (before: unknown, id: LogicalId) => unknown
}

/** One way of adding it to a design: an item of the palette. */
export interface Preset<Type extends ResourceType> {
  readonly id: string
  readonly label: string
  readonly group: 'Policies' | 'Functions and access'
  readonly hint: string
  /** Its logical id, unless that is taken. */
  readonly name: LogicalId
  readonly config: ResourceConfigs[Type]
}

/** How the commands of `aws cloudfront` call it. */
interface ScriptWords {
  /** `create-<this>`; also of get, update and delete. */
  readonly command: string
  /** The member of the input that takes the whole config; null where the settings are members of their own. */
  readonly member: string | null
  /** What the answer puts around the id. */
  readonly answer: string
  /** It is made with a caller reference, and changed with the one that it was made with. */
  readonly hasCallerReference: boolean
}

/** What a plan needs of it. */
export interface Deployment {
  /** A plan makes what has a lower number first and deletes it last: it comes after everything that it can name. */
  readonly order: number
  readonly identifiedBy: 'id' | 'name' | 'arn'
  /** Fields that no update changes: another resource has to take its place. */
  readonly fixed: readonly string[]
  /** CloudFront refuses every change while a distribution uses it: `CannotUpdateEntityWhileInUse`. */
  readonly isFixedInUse?: boolean
  /** Fields that the API takes and never tells: a plan compares what it last sent. */
  readonly writeOnly?: readonly string[]
  /** CloudFront keeps tags of it. */
  readonly isTagged?: true
  /** Several distributions may use it at once. */
  readonly isShared: boolean
  /** What its creation means beyond that it is there then. */
  readonly onCreation: string | null
  /** The actions of `cloudfront:` that finding, reading, making, changing and deleting it take. */
  readonly permissions: readonly string[]
  readonly script: ScriptWords
}

export interface ResourceKind<Type extends ResourceType = ResourceType> {
  readonly type: Type
  /** As it is called within a sentence. */
  readonly label: string
  readonly picture: Picture
  /** The page of the API reference that describes its fields: `CachePolicyConfig` of `API_CachePolicyConfig.html`. */
  readonly apiPage: string
  /** The shape of the document's config. */
  readonly config: Structure
  /** What the API or CloudFormation refuses it without. */
  readonly required: Requirement
  /** Null where CloudFormation has no such type. */
  readonly cloudFormation: CloudFormationSpelling | null
  /** Null where the provider has no such resource. */
  readonly terraform: TerraformSpelling | null
  readonly terraformVariants?: readonly TerraformVariant[]
  readonly namedBy: readonly Naming[]
  /** Null for what stands alone. */
  readonly placement: Placement | null
  /** The fields that people look for; the others follow as they are. */
  readonly form: readonly FormSection[]
  readonly presets: readonly Preset<Type>[]
  /** Null where Frontage neither creates nor changes it. Its driver is in `aws/drivers`. */
  readonly deployment: Deployment | null
  /** What lives beside the config of one that is deployed and no apply brings there: “its keys and values”. */
  readonly notCarried?: readonly string[]
}

/** Keeps apart, for the compiler, the types that a plan can deploy. */
export const defineResource = <Type extends ResourceType, D extends Deployment | null>(
  kind: ResourceKind<Type> & { readonly deployment: D },
): ResourceKind<Type> & { readonly deployment: D } => kind

/** A type that designs and formats carry, and that a plan does not deploy. */
export const notDeployed = { placement: null, form: [], presets: [], deployment: null } as const
