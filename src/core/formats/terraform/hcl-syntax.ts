/** What a text in HCL's native syntax says (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md). */

/** A place in the text: offsets of its first character and of the one after its last. */
export interface Span {
  readonly start: number
  readonly end: number
}
export type HclExpression = Span &
  (
    | { readonly kind: 'literal'; readonly value: null | boolean | number | string }
    | { readonly kind: 'template'; readonly parts: readonly (string | HclExpression)[] }
    | { readonly kind: 'list'; readonly items: readonly HclExpression[] }
    | { readonly kind: 'object'; readonly entries: readonly (readonly [HclExpression, HclExpression])[] }
    | { readonly kind: 'traversal'; readonly steps: readonly (string | number)[] }
    | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly HclExpression[] }
    | {
        readonly kind: 'conditional'
        readonly test: HclExpression
        readonly yes: HclExpression
        readonly no: HclExpression
      }
    | {
        readonly kind: 'operation'
        readonly operator: string
        readonly left: HclExpression
        readonly right: HclExpression
      }
    | { readonly kind: 'not'; readonly operand: HclExpression }
    /** Valid, and of a sort that only Terraform evaluates: `for`, splats, directives. */
    | { readonly kind: 'opaque' }
  )

export interface HclAttribute extends Span {
  readonly name: string
  readonly value: HclExpression
}
export interface HclBlock extends Span {
  readonly type: string
  readonly labels: readonly string[]
  /** The offset behind the opening brace. */
  readonly open: number
  readonly body: HclBody
}
export interface HclBody {
  readonly attributes: readonly HclAttribute[]
  readonly blocks: readonly HclBlock[]
}

/** Why a text is not HCL, and where. */
export class HclError extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}
