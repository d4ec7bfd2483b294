/** What the parts of a `Distribution` are made of: code beside the properties that it synthesizes. */

import type { ExpressionText } from '#core/formats/cdk/expression-text.ts'
import { isMap } from '#core/formats/cdk/text.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'

/** Code, and what of the template it gives. What the two do not have in common is overridden afterwards. */
export interface Part {
  readonly props: readonly (readonly [name: string, code: string])[]
  readonly gives: TreeMap
}

/** What a distribution is written with. */
export interface Making {
  readonly expressions: ExpressionText
  /** The variable of a construct by the JSON of the expression that names it. */
  readonly constructs: ReadonlyMap<string, string>
  /** Declares something beside the distribution, and gives the expression that names it. */
  readonly declare: (name: string, code: (construct: string) => string) => string
  /** Modules of the library that are used. */
  readonly modules: Set<string>
}

export const mapAt = (tree: TreeMap, key: string): TreeMap => {
  const found = tree[key]
  return isMap(found) ? found : {}
}
export const listAt = (tree: TreeMap, key: string): readonly Tree[] => {
  const found = tree[key]
  return Array.isArray(found) ? found : []
}

/** Reads the fields of a structure one by one, and keeps what was said of them. */
export class Parts {
  private readonly props: (readonly [string, string])[] = []
  private readonly gives: TreeMap = {}
  private readonly of: TreeMap
  private readonly making: Making

  constructor(of: TreeMap, making: Making) {
    this.of = of
    this.making = making
  }

  /** Says a field in code of one's own; `gives` where it is not what the template says. */
  say(field: string, prop: string, code: string | undefined, gives: Tree | undefined = this.of[field]): this {
    if (code === undefined || gives === undefined) return this
    this.props.push([prop, code])
    this.gives[field] = gives
    return this
  }

  /** A field that is given whether the program says it or not. */
  always(field: string, gives: Tree): this {
    if (!Object.hasOwn(this.gives, field)) this.gives[field] = gives
    return this
  }

  text(field: string, prop: string): this {
    const value = this.of[field]
    return this.say(field, prop, value === undefined ? undefined : this.making.expressions.text(value))
  }

  boolean(field: string, prop: string): this {
    const value = this.of[field]
    return this.say(field, prop, typeof value === 'boolean' ? String(value) : undefined)
  }

  number(field: string, prop: string, fits: (value: number) => boolean): this {
    const value = this.of[field]
    return this.say(field, prop, typeof value === 'number' && fits(value) ? String(value) : undefined)
  }

  seconds(field: string, prop: string, fits: (value: number) => boolean): this {
    const value = this.of[field]
    const isFit = typeof value === 'number' && Number.isInteger(value) && fits(value)
    return this.say(field, prop, isFit ? `cdk.Duration.seconds(${value})` : undefined)
  }

  member(field: string, prop: string, of: string, members: Readonly<Record<string, string>>): this {
    const value = this.of[field]
    const member = typeof value === 'string' && Object.hasOwn(members, value) ? members[value] : undefined
    return this.say(field, prop, member && `cloudfront.${of}.${member}`)
  }

  part(): Part {
    return { props: this.props, gives: this.gives }
  }
}
