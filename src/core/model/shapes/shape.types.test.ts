/** That an update of the SDK with something new does not compile: each line below must be an error of types. */
import { expect, test } from 'vitest'
import { boolean, list, oneOf, string, structure } from './shape.ts'

interface Known {
  readonly Name: string
  readonly Version: 'a' | 'b' | undefined
  readonly Methods: { Quantity: number | undefined; Items?: ('GET' | 'PUT')[] | undefined }
}
interface WithNewField extends Known {
  readonly Brand: boolean | undefined
}
interface WithNewMember extends Omit<Known, 'Version'> {
  readonly Version: 'a' | 'b' | 'c'
}
interface WithoutMember extends Omit<Known, 'Version'> {
  readonly Version: 'a'
}
interface WithNewItem extends Omit<Known, 'Methods'> {
  readonly Methods: { Quantity: number | undefined; Items?: ('GET' | 'PUT' | 'QUERY')[] | undefined }
}

const fields = { Name: string, Version: oneOf('a', 'b'), Methods: list(oneOf('GET', 'PUT')) }

test('a table of exactly the fields and members of the SDK compiles', () => {
  expect(Object.keys(structure<Known>()(fields).fields)).toEqual(['Name', 'Version', 'Methods'])
})

test('a table that lacks a field or a member, or has one too many, does not', () => {
  // @ts-expect-error: the SDK has one more field.
  structure<WithNewField>()(fields)
  // @ts-expect-error: the SDK has one more member.
  structure<WithNewMember>()(fields)
  // @ts-expect-error: the SDK has one member less.
  structure<WithoutMember>()(fields)
  // @ts-expect-error: the SDK has one more member of a list's items.
  structure<WithNewItem>()(fields)
  // @ts-expect-error: a fixed set is not any text.
  structure<Known>()({ ...fields, Version: string })
  // @ts-expect-error: the SDK has no such field.
  structure<Known>()({ ...fields, Brand: boolean })
  expect(structure<WithNewField>()({ ...fields, Brand: boolean }).fields).toHaveProperty('Brand')
})
