import type { Ref, Unknown } from '#core/model/field.ts'

/** What an expression of Terraform gives. */
export type Value = null | boolean | number | string | Ref | Unknown | Value[] | { [key: string]: Value }
