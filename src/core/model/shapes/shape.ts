/**
 * What the API's structures look like, as data: writers, readers, coercion and the test for unknown fields are all
 * walks over it. `Record<keyof T, …>` makes an SDK update that adds a field a compile error here.
 */
export type ScalarType = 'string' | 'number' | 'boolean' | 'bytes'

export interface Scalar {
  readonly kind: 'scalar'
  readonly type: ScalarType
  readonly values?: readonly string[]
}
export interface List {
  readonly kind: 'list'
  readonly of: Shape
  /** How the API wraps it: `{ Quantity, Items }`, `{ Items }`, or not at all. */
  readonly api: 'quantity' | 'items' | 'plain'
  /** The same for CloudFormation. */
  readonly cloudFormation: 'quantity' | 'items' | 'plain'
  /** The API wants the list even when it is empty. */
  readonly required?: boolean
}
export interface Structure {
  readonly kind: 'structure'
  readonly fields: Readonly<Record<string, FieldShape>>
  /** The structure is itself a list wrapper with more beside it: `Items` is counted by a `Quantity`. */
  readonly counted?: boolean
}
export type Shape = Scalar | List | Structure

export interface FieldShape {
  readonly shape: Shape
  /** CloudFormation's name where it differs; null where CloudFormation has no such field. */
  readonly cloudFormation?: string | null
  /** What the API is sent where the design says nothing: some empty strings are required. */
  readonly whenAbsent?: string | number | boolean
}
type Spec = Shape | FieldShape

const field = (spec: Spec): FieldShape => ('shape' in spec ? spec : { shape: spec })

/** A structure with exactly the fields of the SDK's type `T` (without `Quantity`). */
export const structure =
  <T>() =>
  (
    fields: Readonly<Record<Exclude<keyof T, 'Quantity'>, Spec>>,
    options: { counted?: boolean } = {},
  ): Structure => ({
    kind: 'structure',
    fields: Object.fromEntries(
      Object.entries<Spec>(fields).map(([name, spec]): [string, FieldShape] => [name, field(spec)]),
    ),
    ...options,
  })

export const string: Scalar = { kind: 'scalar', type: 'string' }
export const number: Scalar = { kind: 'scalar', type: 'number' }
export const boolean: Scalar = { kind: 'scalar', type: 'boolean' }
export const bytes: Scalar = { kind: 'scalar', type: 'bytes' }
/** One of the SDK's enum members. */
export const oneOf = (members: Readonly<Record<string, string>>): Scalar => ({
  kind: 'scalar',
  type: 'string',
  values: Object.values(members),
})

/** A list that the API wraps in `{ Quantity, Items }` and CloudFormation does not. */
export const list = (
  of: Shape,
  options: Partial<Pick<List, 'api' | 'cloudFormation' | 'required'>> = {},
): List => ({ kind: 'list', of, api: 'quantity', cloudFormation: 'plain', ...options })
/** A list that nobody wraps. */
export const plainList = (of: Shape): List => list(of, { api: 'plain' })
/** A list that CloudFormation wraps in `{ Items }`. */
export const itemsList = (of: Shape, options: Partial<Pick<List, 'api' | 'required'>> = {}): List =>
  list(of, { cloudFormation: 'items', ...options })
/** A list that keeps its `Quantity` in CloudFormation, as origin groups do. */
export const countedList = (of: Shape, options: Partial<Pick<List, 'required'>> = {}): List =>
  list(of, { cloudFormation: 'quantity', ...options })

export const named = (cloudFormation: string | null, shape: Shape): FieldShape => ({ shape, cloudFormation })
export const required = (shape: Shape, whenAbsent: string | number | boolean): FieldShape => ({
  shape,
  whenAbsent,
})
