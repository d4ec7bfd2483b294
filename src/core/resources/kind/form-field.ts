/** What a form is made of: sections as a person thinks, fields with their help and choices. */
import type { ResourceType } from '#core/model/document.ts'
import type { PolicyType } from '#core/model/managed-policies.ts'
import type { Structure } from '#core/model/shapes/shape.ts'

export type FieldKind =
  | { readonly is: 'text' | 'area' | 'number' | 'switch' | 'lines' | 'numbers' | 'seconds' }
  | { readonly is: 'choice'; readonly choices: readonly string[] }
  | { readonly is: 'policy'; readonly type: PolicyType }
  | { readonly is: 'resource'; readonly type: ResourceType; readonly attribute?: string }
  | { readonly is: 'methods'; readonly sets: readonly (readonly string[])[] }
  | { readonly is: 'target' }
  | { readonly is: 'associations'; readonly field: 'FunctionARN' | 'LambdaFunctionARN' }
  | { readonly is: 'rows'; readonly columns: readonly Column[]; readonly noun: string; readonly add: object }
  /** Some of a fixed set. */
  | { readonly is: 'set'; readonly choices: readonly (string | number)[] }
  /** Some of the design's resources of a type, and others by their ids. */
  | { readonly is: 'refs'; readonly type: ResourceType }
  | { readonly is: 'countries' }
  /** A list of structures of the API, each with the controls of its fields. */
  | { readonly is: 'items'; readonly of: Structure; readonly noun: string }
  | { readonly is: 'json' }

/** A field of each item of a list that is edited as rows. */
export interface Column {
  readonly name: string
  readonly label: string
  readonly is: 'text' | 'number' | 'seconds' | 'origin' | 'choice'
  readonly choices?: readonly string[]
}

export interface FormField {
  /** Below the thing's own path. */
  readonly path: readonly string[]
  readonly label: string
  readonly kind: FieldKind
  readonly help?: string
  readonly placeholder?: string
  /** Others refer to the thing by this value, and follow where it changes. */
  readonly isName?: true
}
export interface FormSection {
  readonly title: string
  /** Folded until somebody asks for it: not what people set first. */
  readonly isMore?: true
  readonly fields: readonly FormField[]
}

export const text = (name: string, label: string, help?: string, placeholder?: string): FormField => ({
  path: name.split('.'),
  label,
  kind: { is: 'text' },
  ...(help !== undefined && { help }),
  ...(placeholder !== undefined && { placeholder }),
})
export const field = (name: string, label: string, kind: FieldKind, help?: string): FormField => ({
  path: name.split('.'),
  label,
  kind,
  ...(help !== undefined && { help }),
})
export const choice = (name: string, label: string, choices: readonly string[], help?: string) =>
  field(name, label, { is: 'choice', choices }, help)
export const onOff = (name: string, label: string, help?: string) =>
  field(name, label, { is: 'switch' }, help)
export const seconds = (name: string, label: string, help?: string) =>
  field(name, label, { is: 'seconds' }, help)
export const section = (title: string, ...fields: FormField[]): FormSection => ({ title, fields })
/** A section that is folded until somebody asks for it. */
export const more = (title: string, ...fields: FormField[]): FormSection => ({
  ...section(title, ...fields),
  isMore: true,
})
