/** Terraform's words for a neighbor, read into CloudFormation's: only what matters to CloudFront. */
import { isExpression, isUnknown } from '#core/model/field.ts'

/** A block of HCL, or of Terraform's JSON. */
export interface TerraformBlock {
  /** An attribute; undefined where it says nothing. */
  readonly value: (name: string) => unknown
  /** The blocks of a kind; an expression stands for those that only a run decides. */
  readonly blocks: (name: string) => readonly unknown[]
  /** An attribute that holds a policy as JSON, as what it says. */
  readonly policy: (name: string) => unknown
}
export type Properties = Readonly<Record<string, unknown>>

export interface TerraformForm {
  /** CloudFormation's type. */
  readonly type: string
  /** The attribute that names what it is a part of: its properties are that one's, and lists of them grow. */
  readonly partOf?: string
  readonly read: (block: TerraformBlock) => Properties
  /** What an older provider kept in it and CloudFormation keeps beside it, of another type that names it by `owner`. */
  readonly beside?: {
    readonly type: string
    readonly owner: string
    /** What it is called behind the name of the other. */
    readonly name: string
    readonly read: (block: TerraformBlock) => Properties | undefined
  }
}

export const isBlock = (value: unknown): value is TerraformBlock =>
  typeof value === 'object' && value !== null && !isExpression(value) && 'blocks' in value

/** Properties without those that say nothing. */
export const said = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))

/** Attributes under the names that CloudFormation has for them. */
export const renamed =
  (names: Readonly<Record<string, string>>) =>
  (block: TerraformBlock): Properties =>
    said(Object.fromEntries(Object.entries(names).map(([name, property]) => [property, block.value(name)])))

/** Each block of a kind as what `read` makes of it; what a run decides stays as it is. */
export const each = (
  block: TerraformBlock,
  name: string,
  read: (inner: TerraformBlock) => unknown,
): readonly unknown[] | undefined => {
  const found = block.blocks(name).flatMap((inner) => {
    const value = isBlock(inner) ? read(inner) : inner
    return value === undefined ? [] : [value]
  })
  return found.length > 0 ? found : undefined
}

/** The only block of a kind. */
export const one = (block: TerraformBlock, name: string, read: (inner: TerraformBlock) => unknown): unknown =>
  each(block, name, read)?.[0]

/** A value as another word, where it is known. */
export const inWords = (value: unknown, words: Readonly<Record<string, unknown>>): unknown =>
  isUnknown(value) || value === undefined ? value : words[String(value)]

/** A list with an item alone as one. */
export const listed = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
