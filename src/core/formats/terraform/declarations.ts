/** What a module declares, by name: variables, locals, data sources and resources. */
import type { LogicalId } from '#core/model/document.ts'
import type { HclBlock, HclBody, HclExpression } from './hcl-syntax.ts'

const byLabel = (blocks: readonly HclBlock[], type: string): Map<string, HclBlock> =>
  new Map(blocks.filter((block) => block.type === type).map((block) => [block.labels.join('.'), block]))

export const attributeOf = (block: HclBlock | undefined, name: string): HclExpression | undefined =>
  block?.body.attributes.find((attribute) => attribute.name === name)?.value

export interface Declarations {
  readonly variables: ReadonlyMap<string, HclBlock>
  readonly data: ReadonlyMap<string, HclBlock>
  readonly resources: ReadonlyMap<string, HclBlock>
  readonly locals: ReadonlyMap<string, HclExpression>
  /** The design's names of the resources that it holds, by address. */
  readonly ids: ReadonlyMap<string, LogicalId>
}

export function declarationsOf(file: HclBody, ids: ReadonlyMap<string, LogicalId>): Declarations {
  const locals = file.blocks.filter(({ type }) => type === 'locals').flatMap(({ body }) => body.attributes)
  return {
    variables: byLabel(file.blocks, 'variable'),
    data: byLabel(file.blocks, 'data'),
    resources: byLabel(file.blocks, 'resource'),
    locals: new Map(locals.map(({ name, value }) => [name, value])),
    ids,
  }
}

/** The expressions directly inside of one. */
export function partsOf(expression: HclExpression): readonly HclExpression[] {
  switch (expression.kind) {
    case 'literal':
    case 'opaque':
      return []
    case 'template':
      return expression.parts.filter((part) => typeof part === 'object')
    case 'list':
      return expression.items
    case 'object':
      return expression.entries.flat()
    case 'traversal':
      return expression.steps.flatMap((step) => ('index' in step ? [step.index] : []))
    case 'access':
      return [expression.of, ...expression.steps.flatMap((step) => ('index' in step ? [step.index] : []))]
    case 'call':
      return expression.arguments
    case 'conditional':
      return [expression.test, expression.yes, expression.no]
    case 'operation':
      return [expression.left, expression.right]
    case 'not':
    case 'negative':
      return [expression.operand]
    case 'for': {
      const { from, key, value, test } = expression
      return [from, value, ...(key ? [key] : []), ...(test ? [test] : [])]
    }
  }
}

/** What an expression names, by itself or through locals: `var.a`, `aws_x.b`. */
function* namesIn(expression: HclExpression, locals: Declarations['locals']): Generator<[string, string]> {
  const seen = new Set<HclExpression>()
  const open = [expression]
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...partsOf(next))
    if (next.kind !== 'traversal') continue
    const [first] = next.steps
    const name = first && 'name' in first ? first.name : ''
    const local = next.root === 'local' ? locals.get(name) : undefined
    if (local) open.push(local)
    yield [next.root, name]
  }
}

/** The design's resources that an expression names. */
export function idsNamedIn(expression: HclExpression, { ids, locals }: Declarations): LogicalId[] {
  const named = [...namesIn(expression, locals)].flatMap(([root, name]) => ids.get(`${root}.${name}`) ?? [])
  return [...new Set(named)]
}

/** The variables that an expression names. */
export function variablesNamedIn(expression: HclExpression, { locals }: Declarations): string[] {
  const named = [...namesIn(expression, locals)].filter(([root]) => root === 'var')
  return [...new Set(named.map(([, name]) => name))]
}
