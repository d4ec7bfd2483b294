import type { Expression } from './field.ts'

/**
 * The shape of an API type in the document:
 * - `{ Quantity, Items }` is a plain list; where the API puts more beside it (AllowedMethods, GeoRestriction,
 *   TrustedSigners) the object stays and only `Quantity` goes;
 * - every field is optional, because a design is often unfinished and rules must be able to see what is missing;
 * - a scalar, a structure or a list item may be an expression; a list that is one expression as a whole is a
 *   list whose single item is that expression;
 * - bytes (function code) are text.
 */
export type Unwrap<T> = T extends Uint8Array
  ? string
  : T extends readonly (infer Item)[]
    ? Element<Item>[]
    : T extends { Quantity: number | undefined }
      ? Exclude<keyof T, 'Quantity' | 'Items'> extends never
        ? T extends { Items?: readonly (infer Item)[] | undefined }
          ? Element<Item>[]
          : never
        : Structure<Omit<T, 'Quantity'>>
      : T extends object
        ? Structure<T>
        : T

type Structure<T> = { [K in keyof T]?: Value<Exclude<T[K], undefined>> }
type Value<T> = Unwrap<T> extends readonly unknown[] ? Unwrap<T> : Unwrap<T> | Expression
type Element<T> = Unwrap<T> | Expression
