/**
 * What other people's schemas have for CloudFront, as data that `npm run models` keeps: of CloudFormation and of the
 * Terraform provider. What they lack is a loss of the writers, never a guess.
 */
import { tableOf } from '#core/ground/names.ts'
import type { Json } from '#core/model/field.ts'
import cloudFormation from './cloudformation.json' with { type: 'json' }
import terraform from './terraform.json' with { type: 'json' }

/** The fields of a resource, a block or a property, by their names there. */
export interface SchemaFields {
  readonly [name: string]: SchemaField
}
export interface SchemaField {
  /** Of the value, or of each of a list; texts go without saying. */
  readonly type?: string
  readonly list?: boolean
  readonly required?: boolean
  /** What is assumed where nothing is said. */
  readonly default?: Json
  /** What a value may be, in JSON schema's words. */
  readonly limits?: SchemaLimits
  /** The first version of the Terraform provider that was looked at and has it, where not all of them do. */
  readonly since?: string
  /** What Pulumi calls it, where that is not the provider's name in camel case. */
  readonly pulumi?: string
  /** Whether Pulumi has a list of it, where the provider does otherwise: a list of one at most is none there. */
  readonly pulumiList?: boolean
  readonly fields?: SchemaFields
}
export interface SchemaLimits {
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
}

interface Schema {
  /** What was looked at, with its version or date. */
  readonly of: string
  readonly types: Readonly<Record<string, SchemaFields>>
}

interface TerraformSchema extends Schema {
  /** The oldest version of the provider that was looked at. */
  readonly oldest: string
  /** The first version of it that has a resource, where not all of them do. */
  readonly since: Readonly<Record<string, string>>
}

export const terraformSchema: TerraformSchema = {
  ...terraform,
  types: tableOf<SchemaFields>(terraform.types),
}
export const cloudFormationSchema: Schema = {
  of: cloudFormation.of,
  types: tableOf<SchemaFields>(cloudFormation.types),
}

/** One of the packages that hold the provider's schema writes lists of blocks in the plural. */
const singular = (name: string) => name.replace(/ies$/, 'y').replace(/s$/, '')

/** A field by its name; undefined where the schema has none. */
export function schemaField(fields: SchemaFields | undefined, name: string): SchemaField | undefined {
  if (fields === undefined) return undefined
  if (Object.hasOwn(fields, name)) return fields[name]
  const found = Object.keys(fields).find((each) => singular(each) === singular(name))
  return found === undefined ? undefined : fields[found]
}

/** The names of what a schema asks for. */
export const requiredNames = (fields: SchemaFields | undefined): readonly string[] =>
  Object.entries(fields ?? {}).flatMap(([name, { required }]) => (required === true ? [name] : []))
