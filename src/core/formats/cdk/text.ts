/** TypeScript's literals and names, as the CDK's programs have them. */
import type { Tree, TreeMap } from '#core/formats/tree.ts'

export const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

/** A call of one of CloudFormation's functions. */
export const isCall = (tree: Tree | undefined): boolean => {
  if (!isMap(tree)) return false
  const [name, ...others] = Object.keys(tree)
  return others.length === 0 && (name === 'Ref' || name?.startsWith('Fn::') === true)
}

/** `IPV6Enabled` → `ipv6Enabled`, as the CDK names CloudFormation's properties. */
export const camelCase = (name: string): string =>
  name
    .replace(/^CNAMEs$/, 'cnames')
    .replace(/^IPV6/, 'Ipv6')
    .replace(/([A-Z])([A-Z]+)([^A-Z]?)/g, (all, first: string, rest: string, next: string) => {
      if (next !== '' && !/[a-z\d]/.test(next)) return all
      // The last capital before a small letter begins the next word.
      const end = /[a-z]/.test(next) ? rest.length - 1 : rest.length
      return first + rest.slice(0, end).toLowerCase() + rest.slice(end) + next
    })
    .replace(/^[A-Z]/, (first) => first.toLowerCase())

/** The library takes other characters out of the ids of constructs. */
export const isLogicalId = (id: string): boolean => /^[A-Za-z0-9]+$/.test(id)

export const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`
export const keyText = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key))

export function listText(items: readonly string[], indent: string): string {
  if (items.length === 0) return '[]'
  const short = `[${items.join(', ')}]`
  return short.length < 80 && !short.includes('\n')
    ? short
    : `[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`
}

/** An object of properties that are code already. */
export function propsText(props: readonly (readonly [name: string, code: string])[], indent: string): string {
  if (props.length === 0) return '{}'
  return `{\n${props.map(([name, code]) => `${indent}  ${keyText(name)}: ${code},\n`).join('')}${indent}}`
}

/** Names of variables and of constructs, unlike each other within one stack. */
export class Naming {
  private readonly variables = new Set([
    ...['scope', 'id', 'props', 'named', 'this', 'cdk', 'cloudfront', 'origins', 's3', 'acm', 'lambda'],
    // The words of the language that an id may be.
    ...'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch throw true try typeof var void while with yield let static await implements interface package private protected public arguments eval'.split(
      ' ',
    ),
  ])
  private readonly ids = new Set<string>(['Default'])

  private static free(name: string, taken: Set<string>, next: (count: number) => string): string {
    let found = name
    for (let count = 2; taken.has(found); count += 1) found = next(count)
    taken.add(found)
    return found
  }

  variable(id: string): string {
    const name = camelCase(id.replace(/[^A-Za-z0-9]/g, '')).replace(/^(?=\d|$)/, '_')
    return Naming.free(name, this.variables, (count) => `${name}${count}`)
  }

  /** The id of a construct: the template's, unless something else of the stack has it. */
  construct(id: string, kind: string): string {
    return Naming.free(id, this.ids, (count) => `${id}${kind}${count > 2 ? count : ''}`)
  }
}
