/** What a text in HCL's native syntax says (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md). */

/** A place in the text: offsets of its first character and of the one after its last. */
export interface Span {
  readonly start: number
  readonly end: number
}
/** One step into a value: by name (`.a`), by index (`[key]`, `.0`), or into each item (`[*]`, `.*`). */
export type HclStep =
  | { readonly name: string }
  | { readonly index: HclExpression }
  /** `.*` takes only the names behind it into each item, `[*]` everything. */
  | { readonly splat: 'names' | 'all' }
export type HclExpression = Span &
  (
    | { readonly kind: 'literal'; readonly value: null | boolean | number | string }
    | { readonly kind: 'template'; readonly parts: readonly (string | HclExpression)[] }
    | { readonly kind: 'list'; readonly items: readonly HclExpression[] }
    | { readonly kind: 'object'; readonly entries: readonly (readonly [HclExpression, HclExpression])[] }
    /** A name and the way from it: `var.a.b[0]`. */
    | { readonly kind: 'traversal'; readonly root: string; readonly steps: readonly HclStep[] }
    /** The way from any other value: `concat(a, b)[0]`. */
    | { readonly kind: 'access'; readonly of: HclExpression; readonly steps: readonly HclStep[] }
    | HclFor
    | {
        readonly kind: 'call'
        readonly name: string
        readonly arguments: readonly HclExpression[]
        readonly spreads: boolean
      }
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
    | { readonly kind: 'not' | 'negative'; readonly operand: HclExpression }
    /** Valid, and of a sort that only Terraform evaluates: directives in templates. */
    | { readonly kind: 'opaque' }
  )

/** `[for k, v in from : value if test]`, or with a key `{for … : key => value}`. */
export interface HclFor {
  readonly kind: 'for'
  readonly names: readonly string[]
  readonly from: HclExpression
  readonly key?: HclExpression
  readonly value: HclExpression
  readonly test?: HclExpression
  /** `value...`: values of equal keys become a list. */
  readonly grouped: boolean
}

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
