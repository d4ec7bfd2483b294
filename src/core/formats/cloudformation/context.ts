import type { Tree } from '#core/formats/tree.ts'
import type { Expression } from '#core/model/field.ts'
import { isDeferredText, likeOfDeferred } from './deferred-text.ts'
import type { Scope } from './scope.ts'
import { isText, refsIn, type Value } from './value.ts'

/** What an intrinsic function can ask for. */
export interface Context {
  readonly scope: Scope
  readonly evaluate: (tree: Tree) => Value
  /** True, false, or undefined where the deployment decides. */
  readonly decide: (test: Tree) => boolean | undefined
  readonly condition: (name: string, at: object) => boolean | undefined
  /** What a value looks like as text, for stand-ins. */
  readonly likeOf: (value: Value) => string | undefined
  /** `Ref`, or `Fn::GetAtt` where there is an attribute. */
  readonly reference: (tree: Tree, id: string, attribute: string, at: object) => Value
  readonly unknown: (tree: Tree, like?: string, parts?: readonly Value[]) => Expression
  /** Notes that the template names something that it does not have. */
  readonly missing: (name: string, at: object) => void
}
/** Texts joined; where one is left to the deployment, the whole is. */
export function joinText(
  parts: readonly Value[],
  separator: string,
  tree: Tree,
  { likeOf, unknown, scope }: Pick<Context, 'likeOf' | 'unknown' | 'scope'>,
): Value {
  const present = parts.filter((part) => part !== undefined)
  if (present.every(isText)) {
    const text = present.map(String).join(separator)
    return isDeferredText(text, scope) ? unknown(tree, likeOfDeferred(text, scope)) : text
  }
  const likes = present.map((part) => likeOf(part) ?? refsIn(part)[0]?.toLowerCase() ?? 'x')
  return unknown(tree, likes.join(separator), present)
}
