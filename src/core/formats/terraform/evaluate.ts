/** What expressions of Terraform give before a plan: variables' defaults, locals, references to other resources. */
import type { LogicalId } from '#core/model/document.ts'
import type { Json, Ref, Unknown } from '#core/model/field.ts'
import { isExpression } from '#core/model/field.ts'
import { managedPolicies } from '#core/model/managed-policies.ts'
import { functions, isPlain, texts } from './functions.ts'
import type { HclBlock, HclBody, HclExpression } from './hcl-syntax.ts'
import { likeOf } from './look-alikes.ts'
import { operators } from './operators.ts'
import { kinds } from './spelling.ts'
import type { Value } from './value.ts'

type Named = ReadonlyMap<string, HclExpression>
const byLabel = (blocks: readonly HclBlock[], type: string): Map<string, HclBlock> =>
  new Map(blocks.filter((block) => block.type === type).map((block) => [block.labels.join('.'), block]))
const attributeOf = (block: HclBlock | undefined, name: string): HclExpression | undefined =>
  block?.body.attributes.find((attribute) => attribute.name === name)?.value

const policyTypes: Readonly<Record<string, 'CachePolicy' | 'OriginRequestPolicy' | 'ResponseHeadersPolicy'>> =
  {
    aws_cloudfront_cache_policy: 'CachePolicy',
    aws_cloudfront_origin_request_policy: 'OriginRequestPolicy',
    aws_cloudfront_response_headers_policy: 'ResponseHeadersPolicy',
  }
/** Functions that put values together without looking into them. */
const combining = new Set(['concat', 'merge', 'flatten', 'tolist', 'toset', 'lookup', 'element'])
const isOpen = (value: Value): boolean => !isExpression(value)

/** The document's reference to a resource of Terraform: without an attribute where it means the resource itself. */
export function referenceTo(ref: LogicalId, type: string, attribute: string): Ref {
  const { identity } = kinds[type] ?? {}
  const isIdentity = attribute === identity || attribute === 'cloudfront_access_identity_path'
  if (isIdentity || (attribute === 'id' && type !== 'aws_cloudfront_function')) return { ref }
  const name = attribute.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return { ref, attribute: name }
}

export class Evaluator {
  private readonly text: string
  private readonly variables: ReadonlyMap<string, HclBlock>
  private readonly data: ReadonlyMap<string, HclBlock>
  private readonly resources: ReadonlyMap<string, HclBlock>
  private readonly locals: Named
  private readonly given: Readonly<Record<string, string>>
  private readonly ids: ReadonlyMap<string, LogicalId>
  private readonly open = new Set<string>()
  /** Names that nothing declares, with their places. */
  readonly dangling: { readonly name: string; readonly offset: number }[] = []

  constructor(
    text: string,
    file: HclBody,
    given: Readonly<Record<string, string>>,
    ids: ReadonlyMap<string, LogicalId>,
  ) {
    this.text = text
    this.given = given
    this.ids = ids
    this.variables = byLabel(file.blocks, 'variable')
    this.data = byLabel(file.blocks, 'data')
    this.resources = byLabel(file.blocks, 'resource')
    const locals = file.blocks.filter(({ type }) => type === 'locals').flatMap(({ body }) => body.attributes)
    this.locals = new Map(locals.map(({ name, value }) => [name, value]))
  }

  unknown({ start, end }: { start: number; end: number }, like?: string): Unknown {
    const source = this.text.slice(start, end)
    return { unknown: source, expression: { terraform: source }, ...(like !== undefined && { like }) }
  }

  evaluate(expression: HclExpression): Value {
    switch (expression.kind) {
      case 'literal':
        return expression.value
      case 'list':
        return expression.items.map((item) => this.evaluate(item))
      case 'object':
        return Object.fromEntries(
          expression.entries.map(([key, value]) => [this.keyOf(key), this.evaluate(value)]),
        )
      case 'traversal':
        return this.traversal(expression)
      case 'template': {
        const values = expression.parts.map((part) => (typeof part === 'string' ? part : this.evaluate(part)))
        return texts(values)?.join('') ?? this.unknown(expression, likeText(values))
      }
      case 'call': {
        const values = expression.arguments.map((argument) => this.evaluate(argument))
        const call = Object.hasOwn(functions, expression.name) ? functions[expression.name] : undefined
        const isGiven = values.every(combining.has(expression.name) ? isOpen : isPlain)
        return (isGiven ? call?.(values) : undefined) ?? this.unknown(expression)
      }
      case 'conditional': {
        const test = this.evaluate(expression.test)
        if (typeof test !== 'boolean') return this.unknown(expression)
        return this.evaluate(test ? expression.yes : expression.no)
      }
      case 'operation': {
        const [left, right] = [this.evaluate(expression.left), this.evaluate(expression.right)]
        const operator = operators.find(({ sign }) => sign === expression.operator)
        // Plain values are JSON.
        const plain = isPlain(left) && isPlain(right) && operator?.apply(left as Json, right as Json)
        return typeof plain === 'boolean' || typeof plain === 'number' ? plain : this.unknown(expression)
      }
      case 'not': {
        const operand = this.evaluate(expression.operand)
        return typeof operand === 'boolean' ? !operand : this.unknown(expression)
      }
      case 'opaque':
        return this.unknown(expression)
    }
  }

  private keyOf(key: HclExpression): string {
    if (key.kind === 'traversal' && key.steps.length === 1) return String(key.steps[0])
    const value = this.evaluate(key)
    return typeof value === 'string' ? value : this.text.slice(key.start, key.end)
  }

  private traversal(expression: HclExpression & { kind: 'traversal' }): Value {
    const [root = '', name = '', ...rest] = expression.steps.map(String)
    if (root === 'var') return this.inside(this.variable(name, expression), rest, expression)
    if (root === 'local') return this.inside(this.local(name, expression), rest, expression)
    if (root === 'data') return this.dataSource(name, rest[0] ?? '', expression)
    const address = `${root}.${name}`
    const block = this.resources.get(address)
    if (!block) {
      if (root.startsWith('aws_cloudfront_')) this.dangling.push({ name: address, offset: expression.start })
      return this.unknown(expression)
    }
    const attribute = rest.findLast((step) => !/^\d+$/.test(step)) ?? 'id'
    const id = this.ids.get(address)
    if (id !== undefined) return referenceTo(id, root, attribute)
    const named = ['bucket', 'name', 'function_name'].map((field) => attributeOf(block, field))
    const own = named.flatMap((value) => (value ? [this.evaluate(value)] : []))
    const like = likeOf(
      root,
      name,
      attribute,
      own.find((value) => typeof value === 'string'),
    )
    return this.unknown(expression, like)
  }

  private inside(value: Value, steps: readonly string[], expression: HclExpression): Value {
    let found: Value | undefined = value
    for (const step of steps) {
      if (isExpression(found)) return this.unknown(expression)
      found =
        typeof found === 'object' && found !== null && Object.hasOwn(found, step)
          ? (found as { [key: string]: Value })[step]
          : undefined
    }
    return found ?? this.unknown(expression)
  }

  private variable(name: string, expression: HclExpression): Value {
    if (Object.hasOwn(this.given, name)) return this.given[name] ?? ''
    const block = this.variables.get(name)
    if (!block) this.dangling.push({ name: `var.${name}`, offset: expression.start })
    const fallback = attributeOf(block, 'default')
    const value = fallback && this.evaluate(fallback)
    // A default of null means that nothing is said.
    return value === undefined || value === null ? this.unknown(expression) : value
  }

  private local(name: string, expression: HclExpression): Value {
    const definition = this.locals.get(name)
    if (!definition) this.dangling.push({ name: `local.${name}`, offset: expression.start })
    if (!definition || this.open.has(name)) return this.unknown(expression)
    this.open.add(name)
    const value = this.evaluate(definition)
    this.open.delete(name)
    return value
  }

  /** A managed policy is known by its name; every other data source is the deployment's. */
  private dataSource(type: string, name: string, expression: HclExpression): Value {
    const policyType = policyTypes[type]
    const wanted = attributeOf(this.data.get(`${type}.${name}`), 'name')
    const value = wanted && this.evaluate(wanted)
    const policy =
      policyType &&
      managedPolicies(policyType).find(({ name: own }) => value === own || value === `Managed-${own}`)
    return policy ? policy.id : this.unknown(expression)
  }
}

function likeText(values: readonly Value[]): string | undefined {
  const parts = values.map((value) =>
    typeof value === 'object' && value !== null && 'like' in value ? value['like'] : value,
  )
  return texts(parts as Value[])?.join('')
}
