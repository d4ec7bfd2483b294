/** Resources that are one of the library's constructs, and what others call them. */
import { isSame } from '#core/formats/same.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { type Construct, constructKinds } from './constructs.ts'
import { ExpressionText } from './expression-text.ts'
import { isLogicalId, isMap, type Naming, propsText, quoted } from './text.ts'

const indent = '    '

/** A resource that is one of the library's constructs. */
interface Named {
  readonly id: string
  readonly variable: string
  readonly type: string
  readonly construct: Construct
  /** The construct's id in the stack. */
  readonly own: string
  /** The expression by which others name it. */
  readonly named: Tree
}

export function constructsIn(resources: TreeMap, naming: Naming): Named[] {
  const { text } = new ExpressionText(new Map())
  return Object.entries(constructKinds).flatMap(([type, kind]) =>
    Object.entries(resources).flatMap(([id, resource]): Named[] => {
      if (!isMap(resource) || resource['Type'] !== type || Object.keys(resource).length > 2) return []
      if (!isLogicalId(id)) return []
      const properties = isMap(resource['Properties']) ? resource['Properties'] : {}
      const construct = kind.read(properties, text)
      if (!construct || !isSame(construct.synthesizes, properties)) return []
      const [named = () => null] = Object.values(kind.outputs)
      return [
        {
          id,
          variable: naming.variable(id),
          own: naming.construct(id, 'Construct'),
          type,
          construct,
          named: named(id),
        },
      ]
    }),
  )
}

/** The constructs' outputs by the expressions that they stand for. */
export const outputsOf = (constructs: readonly Named[]): Map<string, string> =>
  new Map(
    constructs.flatMap(({ id, variable, type }) =>
      Object.entries(constructKinds[type]?.outputs ?? {}).map(([property, expression]): [string, string] => [
        JSON.stringify(expression(id)),
        `${variable}.${property}`,
      ]),
    ),
  )

export function constructText({ id, own, variable, construct }: Named, isUsed: boolean): string {
  const props = propsText(construct.props, indent)
  const made = `named(${quoted(id)}, new cloudfront.${construct.name}(this, ${quoted(own)}, ${props}))`
  return isUsed ? `${indent}const ${variable} = ${made};` : `${indent}${made};`
}
