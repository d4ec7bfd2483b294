/**
 * Policies as what they say: written by `jsonencode`, as JSON in a text, or by the data source that composes them
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document).
 */
import { bare } from '#core/ground/names.ts'
import type { Unknown } from '#core/model/field.ts'
import { Bodies } from './bodies.ts'
import { attributeOf, type Declarations } from './declarations.ts'
import type { Evaluator } from './evaluate.ts'
import type { Names } from './evaluation.ts'
import type { HclExpression } from './hcl-syntax.ts'
import type { Body } from './shape-body.ts'
import { type Fields, isFields, type Value } from './value.ts'

const noNames: Names = new Map()
const isBody = (body: Body | Value): body is Body =>
  typeof body === 'object' && body !== null && 'blocks' in body && typeof body.blocks === 'function'
const said = (body: Body, name: string): Value | undefined => body.value(name)?.value ?? undefined

/** A policy in JSON; undefined for other text. */
export function parsedPolicy(text: string): Fields | undefined {
  try {
    const value = JSON.parse(text) as Value // a policy is looked for in it as in any template
    return isFields(value) ? value : undefined
  } catch {
    return undefined
  }
}

function principalOf(body: Body, name: string): Value | undefined {
  const found = body.blocks(name).map(({ body: inner }) => inner)
  const open = found.find((inner) => !isBody(inner))
  if (open !== undefined) return open as Value
  const fields: Fields = {}
  for (const inner of found.filter(isBody)) {
    const [type, who] = [said(inner, 'type'), said(inner, 'identifiers')]
    if (typeof type !== 'string' || who === undefined) return who
    if (type === '*') return '*'
    fields[type] = [fields[type] ?? [], who].flat() as Value[]
  }
  return found.length > 0 ? fields : undefined
}

function conditionOf(body: Body): Value | undefined {
  const found = body.blocks('condition').map(({ body: inner }) => inner)
  const open = found.find((inner) => !isBody(inner))
  if (open !== undefined) return open as Value
  const fields: { [operator: string]: Fields } = bare()
  for (const inner of found.filter(isBody)) {
    const [operator, key, values] = [said(inner, 'test'), said(inner, 'variable'), said(inner, 'values')]
    if (typeof operator !== 'string' || typeof key !== 'string' || values === undefined) return values
    fields[operator] = { ...fields[operator], [key]: values }
  }
  return found.length > 0 ? fields : undefined
}

const plainly: Readonly<Record<string, string>> = {
  sid: 'Sid',
  actions: 'Action',
  not_actions: 'NotAction',
  resources: 'Resource',
  not_resources: 'NotResource',
}

function statementOf(body: Body): Fields {
  const fields: Fields = { Effect: said(body, 'effect') ?? 'Allow' }
  const set = (name: string, value: Value | undefined) => {
    if (value !== undefined) fields[name] = value
  }
  for (const [name, own] of Object.entries(plainly)) set(own, said(body, name))
  set('Principal', principalOf(body, 'principals'))
  set('NotPrincipal', principalOf(body, 'not_principals'))
  set('Condition', conditionOf(body))
  return fields
}

/** What a mark in a text stands for. */
const mark = (index: number) => `\uE000${index}\uE000`
const marked = /\uE000(\d+)\uE000/g

export class Policies {
  private readonly evaluator: Evaluator
  private readonly declared: Declarations

  constructor(evaluator: Evaluator, declared: Declarations) {
    this.evaluator = evaluator
    this.declared = declared
  }

  /** What a policy says; an expression where only a run decides it. */
  of(expression: HclExpression, names: Names, depth = 0): Value | undefined {
    if (depth > 8) return undefined
    if (expression.kind === 'call' && expression.name === 'jsonencode' && expression.arguments[0])
      return this.evaluate(expression.arguments[0], names)
    const named = expression.kind === 'traversal' ? this.named(expression, depth) : undefined
    if (named !== undefined) return named
    if (expression.kind === 'template') return this.fromText(expression, names)
    const value = this.evaluate(expression, names)
    return typeof value === 'string' ? parsedPolicy(value) : value
  }

  /** A local's own expression, or the data source that composes a policy. */
  private named(expression: HclExpression & { kind: 'traversal' }, depth: number): Value | undefined {
    const { root, steps } = expression
    const [first = '', second = ''] = steps.map((step) => ('name' in step ? step.name : ''))
    if (root === 'local' && steps.length === 1) {
      const local = this.declared.locals.get(first)
      return local && this.of(local, noNames, depth + 1)
    }
    const last = steps.at(-1)
    const isJson = last !== undefined && 'name' in last && /^(?:minified_)?json$/.test(last.name)
    return root === 'data' && first === 'aws_iam_policy_document' && isJson
      ? this.composed(second, expression)
      : undefined
  }

  private evaluate(expression: HclExpression, names: Names): Value {
    return this.evaluator.within(names, () => this.evaluator.evaluate(expression))
  }

  private composed(name: string, expression: HclExpression): Value {
    const block = this.declared.data.get(`aws_iam_policy_document.${name}`)
    // One that is repeated differs in what only its instances know.
    const isRepeated = attributeOf(block, 'for_each') !== undefined
    if (!block || isRepeated) return this.evaluator.unknown(expression)
    const body = new Bodies(this.evaluator).body(block.body, noNames)
    const others = ['source_json', 'override_json', 'source_policy_documents', 'override_policy_documents']
    const added = others.flatMap((other) => {
      const from = attributeOf(block, other)
      return from ? [this.evaluator.unknown(from)] : []
    })
    const own = body
      .blocks('statement')
      .map(({ body: inner }) => (isBody(inner) ? statementOf(inner) : inner))
    return { Statement: [...own, ...added] }
  }

  /** JSON in a text, with what only a run decides in its strings. */
  private fromText(expression: HclExpression & { kind: 'template' }, names: Names): Value | undefined {
    const parts: Value[] = []
    const text = expression.parts
      .map((part) => {
        if (typeof part === 'string') return part
        const value = this.evaluate(part, names)
        if (typeof value === 'string' || typeof value === 'number')
          return JSON.stringify(String(value)).slice(1, -1)
        parts.push(value)
        return mark(parts.length - 1)
      })
      .join('')
    const policy = parsedPolicy(text)
    return policy ? this.filled(policy, parts) : this.evaluator.unknown(expression)
  }

  private filled(value: Value, parts: readonly Value[]): Value {
    if (typeof value === 'string') return this.text(value, parts)
    if (Array.isArray(value)) return value.map((item) => this.filled(item, parts))
    if (!isFields(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, this.filled(child, parts)]))
  }

  private text(value: string, parts: readonly Value[]): Value {
    const found = [...value.matchAll(marked)].map(([, index]) => parts[Number(index)] ?? null)
    const [only] = found
    if (found.length === 0) return value
    if (only !== undefined && value === mark(parts.indexOf(only))) return only
    const likes = found.map((part) => (isUnknownPart(part) ? part.like : undefined))
    const refs = [...new Set(found.flatMap(refsOf))]
    const pieces = value
      .split(marked)
      .map((piece, index) => (index % 2 === 0 ? piece : likes[(index - 1) / 2]))
    const like = pieces.every((piece) => piece !== undefined) ? pieces.join('') : undefined
    const shown = value.replace(marked, (_, at: string) => sourceOf(parts[Number(at)]))
    return {
      unknown: shown,
      expression: { terraform: shown },
      ...(like !== undefined && { like }),
      ...(refs.length > 0 && { refs }),
    }
  }
}

const isUnknownPart = (value: Value): value is Unknown =>
  typeof value === 'object' && value !== null && 'unknown' in value
const refsOf = (value: Value): readonly string[] => {
  if (isUnknownPart(value)) return value.refs ?? []
  return typeof value === 'object' && value !== null && 'ref' in value ? [String(value['ref'])] : []
}
const sourceOf = (value: Value | undefined): string => {
  if (value === undefined || value === null) return ''
  if (isUnknownPart(value)) return `\${${value.unknown}}`
  return typeof value === 'object' && 'ref' in value ? `\${${String(value['ref'])}}` : String(value)
}
