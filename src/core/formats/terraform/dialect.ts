/** How a language spells what resources of the provider are written with: Terraform's own, or one that is made from it. */
import { quoted } from './hcl-text.ts'

/** A piece of a text: itself, or code whose value stands there. */
export type Piece = { readonly text: string } | { readonly code: string }

export interface Dialect {
  readonly name: string
  /** Whose schema it is that lacks a field. */
  readonly provider: string
  /** Resources of different types share their names. */
  readonly namesAreShared: boolean
  readonly attribute: (type: string, name: string, attribute: string) => string
  readonly variable: (name: string) => string
  /** An attribute of a data source of the account that runs it. */
  readonly source: (source: string, attribute: string) => string
  readonly text: (pieces: readonly Piece[]) => string
  /** One part of what is between separators. */
  readonly part: (code: string, separator: string, index: number) => string
  /** The name of what belongs to a resource and has a type of its own. */
  readonly beside: (name: string, word: string) => string
}

export const hclDialect: Dialect = {
  name: 'Terraform',
  provider: "Terraform's “aws” provider",
  namesAreShared: false,
  attribute: (type, name, attribute) => `${type}.${name}.${attribute}`,
  variable: (name) => `var.${name}`,
  source: (source, attribute) => `data.${source}.current.${attribute}`,
  text: (pieces) =>
    `"${pieces.map((piece) => ('text' in piece ? quoted(piece.text).slice(1, -1) : `\${${piece.code}}`)).join('')}"`,
  part: (code, separator, index) => `split(${quoted(separator)}, ${code})[${index}]`,
  beside: (name) => name,
}
