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

/** Texts of a fixed set. `member` is never there: it makes sets of different members different types. */
export interface Enumeration<Member extends string> extends Scalar {
  readonly values: readonly Member[]
  readonly member?: (member: Member) => Member
}
/** True where the SDK's type is a fixed set of texts. */
type IsFixed<T> = [T] extends [never]
  ? false
  : [T] extends [string]
    ? string extends T
      ? false
      : true
    : false
type ItemOf<T> = T extends readonly (infer Item)[]
  ? Item
  : T extends { Quantity: number | undefined; Items?: readonly (infer Item)[] | undefined }
    ? Item
    : never
type With<S> = S | (FieldShape & { readonly shape: S })
/** What describes a field of the SDK: for a fixed set exactly its members, for a list of such texts too. */
type SpecOf<T> =
  IsFixed<T> extends true
    ? With<Enumeration<T & string>>
    : IsFixed<ItemOf<T>> extends true
      ? With<List & { readonly of: Enumeration<ItemOf<T> & string> }> | With<Structure>
      : Spec

const field = (spec: Spec): FieldShape => ('shape' in spec ? spec : { shape: spec })

const withoutPrototype = (): Record<string, FieldShape> => Object.create(null)

/** A structure with exactly the fields of the SDK's type `T` (without `Quantity`). */
export const structure =
  <T>() =>
  (
    fields: { readonly [Name in Exclude<keyof T, 'Quantity'>]-?: SpecOf<Exclude<T[Name], undefined>> },
    options: { counted?: boolean } = {},
  ): Structure => ({
    kind: 'structure',
    // Sources look up their own names here, and `toString` is one that a plain object would have.
    fields: Object.assign(
      withoutPrototype(),
      Object.fromEntries(
        Object.entries<Spec>(fields).map(([name, spec]): [string, FieldShape] => [name, field(spec)]),
      ),
    ),
    ...options,
  })

export const string: Scalar = { kind: 'scalar', type: 'string' }
export const number: Scalar = { kind: 'scalar', type: 'number' }
export const boolean: Scalar = { kind: 'scalar', type: 'boolean' }
export const bytes: Scalar = { kind: 'scalar', type: 'bytes' }
/** One of these texts. */
export const oneOf = <const Member extends string>(...values: readonly Member[]): Enumeration<Member> => ({
  kind: 'scalar',
  type: 'string',
  values,
})

/** A list that the API wraps in `{ Quantity, Items }` and CloudFormation does not. */
export const list = <const Item extends Shape>(
  of: Item,
  options: Partial<Pick<List, 'api' | 'cloudFormation' | 'required'>> = {},
): List & { readonly of: Item } => ({
  kind: 'list',
  of,
  api: 'quantity',
  cloudFormation: 'plain',
  ...options,
})
/** A list that nobody wraps. */
export const plainList = <const Item extends Shape>(of: Item) => list(of, { api: 'plain' })
/** A list that CloudFormation wraps in `{ Items }`. */
export const itemsList = <const Item extends Shape>(
  of: Item,
  options: Partial<Pick<List, 'api' | 'required'>> = {},
) => list(of, { cloudFormation: 'items', ...options })
/** A list that keeps its `Quantity` in CloudFormation, as origin groups do. */
export const countedList = <const Item extends Shape>(
  of: Item,
  options: Partial<Pick<List, 'required'>> = {},
) => list(of, { cloudFormation: 'quantity', ...options })

export const named = <const S extends Shape>(
  cloudFormation: string | null,
  shape: S,
): FieldShape & { readonly shape: S } => ({ shape, cloudFormation })
export const required = <const S extends Shape>(
  shape: S,
  whenAbsent: string | number | boolean,
): FieldShape & { readonly shape: S } => ({ shape, whenAbsent })
