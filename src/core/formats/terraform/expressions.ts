/**
 * CloudFormation's functions as Terraform says them: references, texts with references in them, and the values of the
 * account that runs it. What has no counterpart is left to a variable.
 */
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import type { Dialect, Piece } from './dialect.ts'
import type { Block } from './hcl-text.ts'

const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/caller_identity and its neighbours */
const pseudo: Readonly<Record<string, readonly [source: string, attribute: string]>> = {
  'AWS::AccountId': ['aws_caller_identity', 'account_id'],
  'AWS::Region': ['aws_region', 'region'],
  'AWS::Partition': ['aws_partition', 'partition'],
  'AWS::URLSuffix': ['aws_partition', 'dns_suffix'],
}

/** What the writer knows of the design's names. */
export interface Names {
  /** An attribute of a resource of the design; undefined where it is not written, null where there is none. */
  readonly attribute: (id: string, attribute: string) => string | undefined | null
  readonly variable: (name: string, description: string) => string
}

export class Expressions {
  /** The data sources that are used. */
  private readonly sources = new Set<string>()
  private readonly names: Names
  private readonly dialect: Dialect

  constructor(names: Names, dialect: Dialect) {
    this.names = names
    this.dialect = dialect
  }

  private named(name: string, attribute: string): string | undefined {
    const found = this.names.attribute(name, attribute)
    if (found !== null) return found
    const [source, own] = Object.hasOwn(pseudo, name) ? (pseudo[name] ?? []) : []
    if (source !== undefined && own !== undefined) {
      this.sources.add(source)
      return this.dialect.source(source, own)
    }
    if (name === 'AWS::StackName') return this.names.variable('StackName', 'The name of the stack')
    return name.startsWith('AWS::') || attribute !== ''
      ? undefined
      : this.names.variable(name, 'Set for each deployment')
  }

  /** The code that gives what an expression of CloudFormation gives. */
  code(tree: Tree): string | undefined {
    if (!isMap(tree) || Object.keys(tree).length !== 1) return undefined
    const [[name = '', argument = null] = []] = Object.entries(tree)
    if (name === 'Ref') return typeof argument === 'string' ? this.named(argument, '') : undefined
    if (name === 'Fn::GetAtt') return this.attribute(argument)
    if (name === 'Fn::Sub') return this.joined(this.substituted(argument))
    if (name === 'Fn::Join') return this.join(argument)
    return name === 'Fn::Select' ? this.select(argument) : undefined
  }

  private attribute(argument: Tree): string | undefined {
    const path = Array.isArray(argument) ? argument.join('.') : argument
    if (typeof path !== 'string') return undefined
    const dot = path.indexOf('.')
    return dot < 0 ? undefined : this.named(path.slice(0, dot), path.slice(dot + 1))
  }

  private substituted(argument: Tree): readonly (Piece | undefined)[] | undefined {
    const [template, values = {}] = Array.isArray(argument) ? argument : [argument]
    if (typeof template !== 'string' || !isMap(values)) return undefined
    return template.split(/(\$\{[^}]*\})/).map((part): Piece | undefined => {
      const name = /^\$\{(.*)\}$/s.exec(part)?.[1]
      if (name === undefined) return { text: part }
      if (name.startsWith('!')) return { text: `\${${name.slice(1)}}` }
      const given = Object.hasOwn(values, name) ? values[name] : undefined
      if (given !== undefined) return this.piece(given)
      const dot = name.indexOf('.')
      const code = dot < 0 ? this.named(name, '') : this.named(name.slice(0, dot), name.slice(dot + 1))
      return code === undefined ? undefined : { code }
    })
  }

  private piece(tree: Tree): Piece | undefined {
    if (typeof tree === 'string' || typeof tree === 'number') return { text: String(tree) }
    const code = this.code(tree)
    return code === undefined ? undefined : { code }
  }

  private join(argument: Tree): string | undefined {
    const [separator, items] = Array.isArray(argument) ? argument : []
    if (typeof separator !== 'string' || !Array.isArray(items)) return undefined
    return this.joined(
      items.flatMap((item, index) => [...(index > 0 ? [{ text: separator }] : []), this.piece(item)]),
    )
  }

  /** One part of what is between separators: the host in a function's URL. */
  private select(argument: Tree): string | undefined {
    const [index, from] = Array.isArray(argument) ? argument : []
    const split = isMap(from) ? from['Fn::Split'] : undefined
    const [separator, of] = Array.isArray(split) ? split : []
    if (!/^\d+$/.test(String(index)) || typeof separator !== 'string' || of === undefined) return undefined
    const code = this.code(of)
    return code === undefined ? undefined : this.dialect.part(code, separator, Number(index))
  }

  private joined(pieces: readonly (Piece | undefined)[] | undefined): string | undefined {
    const said = pieces?.filter((piece) => !(piece && 'text' in piece && piece.text === ''))
    const [only, ...others] = said ?? []
    if (!said || said.includes(undefined)) return undefined
    if (only && others.length === 0 && 'code' in only) return only.code
    return this.dialect.text(said.flatMap((piece) => (piece ? [piece] : [])))
  }

  blocks(): Block[] {
    return [...this.sources]
      .toSorted()
      .map((source) => ({ type: 'data', labels: [source, 'current'], attributes: [], blocks: [] }))
  }
}
