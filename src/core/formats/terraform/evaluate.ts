/**
 * What expressions of Terraform give before a plan: variables' defaults, locals, references to other resources.
 * What only a run decides stays unknown through everything that is made of it: an operator, function or index that
 * needs the value gives no value either (https://developer.hashicorp.com/terraform/language/expressions).
 */

import type { ReadOptions } from '#core/formats/format.ts'
import { bare } from '#core/ground/names.ts'
import type { LogicalId } from '#core/model/document.ts'
import type { Expression, Json, Unknown } from '#core/model/field.ts'
import { isExpression } from '#core/model/field.ts'
import { valueOfCall } from './calls.ts'
import { areEqual } from './collections.ts'
import { policyOf } from './data-sources.ts'
import { attributeOf, type Declarations, declarationsOf, idsNamedIn } from './declarations.ts'
import { type Evaluation, maxText, type Names } from './evaluation.ts'
import { holdsUnknown } from './functions.ts'
import { parseHcl } from './hcl-parser.ts'
import { type HclBody, HclError, type HclExpression, type HclStep, type Span } from './hcl-syntax.ts'
import { valueOfLoop } from './loops.ts'
import { asTruth, operators } from './operators.ts'
import { ResourceValues, splatParts } from './resource-values.ts'
import { itemLike, likeOf, likeText, shapeOf } from './shown-as.ts'
import { typeConstraint } from './type-constraint.ts'
import { isFields, isPlain, mayBeNull, texts, type Value } from './value.ts'
import { converted, givenValue } from './variable-types.ts'

type Kind<K extends HclExpression['kind']> = Extract<HclExpression, { kind: K }>

/** Locals that double each other would grow without end; what is left then is unknown. */
const maxEvaluations = 500_000
const noNames: Names = new Map()

export class Evaluator implements Evaluation {
  private readonly text: string
  private readonly declared: Declarations
  readonly options: ReadOptions
  private readonly resources: ResourceValues
  private readonly open = new Set<string>()
  private names = noNames
  private evaluations = 0
  /** Counts what Terraform would refuse, such as a field that a value does not have: `try` steps over it. */
  private refusals = 0
  /** How deep in attempts, and what they met that only a run decides: it may refuse, or not, what stands around it. */
  private attempts = 0
  private unknownsMet = 0
  /** Counts references that a run may refuse, though what they refer to is known. */
  private doubts = 0
  /** Names that nothing declares, with their places. */
  readonly dangling: { readonly name: string; readonly offset: number }[] = []

  constructor(
    text: string,
    file: HclBody,
    options: ReadOptions = {},
    ids: ReadonlyMap<string, LogicalId> = new Map(),
  ) {
    this.text = text
    this.options = options
    this.declared = declarationsOf(file, ids)
    this.resources = new ResourceValues(this.declared, {
      evaluate: (expression) => this.apart(() => this.evaluate(expression)),
      undecided: (expression, more) => this.undecided(expression, more),
      refuse: (expression) => this.refuse(expression),
      doubt: () => {
        this.doubts += 1
      },
      inside: (value, steps, expression) => this.inside(value, steps, expression),
    })
  }

  unknown({ start, end }: Span, { like, refs = [], mayBeAbsent = false }: Partial<Unknown> = {}): Unknown {
    const source = this.text.slice(start, end)
    return {
      unknown: source,
      expression: { terraform: source },
      ...(like !== undefined && { like }),
      ...(refs.length > 0 && { refs }),
      ...(mayBeAbsent && { mayBeAbsent }),
    }
  }

  /** An expression that only a run decides; it may be null where its value is handed on as it is. */
  undecided(expression: HclExpression, more: Partial<Unknown> = {}): Unknown {
    return this.unknown(expression, { refs: idsNamedIn(expression, this.declared), ...more })
  }

  /** Evaluates with more names in sight. */
  within<T>(names: Names, evaluate: () => T): T {
    const before = this.names
    this.names = new Map([...before, ...names])
    try {
      return evaluate()
    } finally {
      this.names = before
    }
  }

  evaluate(expression: HclExpression): Value {
    this.evaluations += 1
    if (this.evaluations > maxEvaluations) return this.unknown(expression)
    const value = this.valueOf(expression)
    if (this.attempts > 0 && holdsUnknown(value)) this.unknownsMet += 1
    return value
  }

  spend(items: number): void {
    this.evaluations += items
  }

  private valueOf(expression: HclExpression): Value {
    switch (expression.kind) {
      case 'literal':
        return expression.value
      case 'list':
        return expression.items.map((item) => this.evaluate(item))
      case 'object':
        return this.object(expression)
      case 'traversal':
        return this.traversal(expression)
      case 'access':
        return this.inside(this.evaluate(expression.of), expression.steps, expression)
      case 'template':
        return this.template(expression)
      case 'call':
        return valueOfCall(expression, this)
      case 'conditional':
        return this.conditional(expression)
      case 'operation':
        return this.operation(expression)
      case 'not':
      case 'negative':
        return this.negated(expression)
      case 'for':
        return valueOfLoop(expression, this)
      case 'opaque':
        return this.unknown(expression)
    }
  }

  private object(expression: Kind<'object'>): Value {
    const fields: { [key: string]: Value } = bare()
    for (const [key, value] of expression.entries) {
      const name = this.keyOf(key)
      // A key that only a run decides may be any of them.
      if (name === undefined) return this.undecided(expression)
      fields[name] = this.evaluate(value)
    }
    // An object of the source that looks like an expression of the document would be taken for one.
    return isExpression(fields) ? this.undecided(expression) : fields
  }

  private keyOf(key: HclExpression): string | undefined {
    if (key.kind === 'traversal' && key.steps.length === 0 && !this.text.startsWith('(', key.start))
      return key.root
    return texts([this.evaluate(key)])?.[0]
  }

  private template(expression: Kind<'template'>): Value {
    const values = expression.parts.map((part) => (typeof part === 'string' ? part : this.evaluate(part)))
    const text = texts(values)?.join('')
    if (text !== undefined && text.length <= maxText) return text
    const like = likeText(expression.parts, values)
    return this.undecided(expression, like === undefined ? {} : { like })
  }

  /** A value, whether Terraform refuses the expression for certain, and whether a run has a say in that. */
  attempt(expression: HclExpression): { value: Value; refused: boolean; unsure: boolean } {
    const [refusals, met, doubts] = [this.refusals, this.unknownsMet, this.doubts]
    this.attempts += 1
    const value = this.evaluate(expression)
    this.attempts -= 1
    const refused = this.refusals > refusals
    // Whoever steps over it has dealt with it.
    this.refusals = refusals
    const isThere = expression.kind === 'traversal' && !(isExpression(value) && 'unknown' in value)
    const isOpen = this.doubts > doubts || (this.unknownsMet > met && !isThere)
    return { value, refused, unsure: !refused && isOpen }
  }

  /** What Terraform refuses for certain: a field that a value does not have, a key that stands twice. */
  private refuse(expression: HclExpression): Unknown {
    this.refusals += 1
    return this.undecided(expression, { mayBeAbsent: true })
  }

  private conditional(expression: Kind<'conditional'>): Value {
    const test = this.evaluate(expression.test)
    if (test === true || test === 'true') return this.evaluate(expression.yes)
    if (test === false || test === 'false') return this.evaluate(expression.no)
    const { refusals } = this
    const branches = [this.evaluate(expression.yes), this.evaluate(expression.no)]
    // What one branch is refused for, the other may not be.
    this.refusals = refusals
    const like = branches.map((value) => likeOf(value) ?? (typeof value === 'string' ? value : undefined))
    const known = like.find((text) => text)
    return this.undecided(expression, {
      ...(known !== undefined && { like: known }),
      // The provider takes an empty text for none.
      mayBeAbsent: branches.some((value) => value === '' || mayBeNull(value)),
    })
  }

  private operation(expression: Kind<'operation'>): Value {
    const operator = operators.find(({ sign }) => sign === expression.operator)
    const left = this.evaluate(expression.left)
    const settled = operator?.settles === undefined ? undefined : left === operator.settles
    if (settled) return left
    const right = this.evaluate(expression.right)
    if (operator?.settles !== undefined && right === operator.settles) return right
    if (!isPlain(left) || !isPlain(right)) return this.undecided(expression)
    if (expression.operator === '==' || expression.operator === '!=') {
      const equal = areEqual(left, right, expression)
      return equal === undefined ? this.undecided(expression) : equal === (expression.operator === '==')
    }
    // Plain values are JSON.
    return operator?.apply(left as Json, right as Json) ?? this.undecided(expression)
  }

  private negated(expression: Kind<'not' | 'negative'>): Value {
    const operand = this.evaluate(expression.operand)
    if (expression.kind === 'not') {
      const isTrue = asTruth(operand)
      if (isTrue !== undefined) return !isTrue
    } else if (typeof operand === 'number') return -operand
    return this.undecided(expression)
  }

  private traversal(expression: Kind<'traversal'>): Value {
    const { root, steps } = expression
    const own = this.names.get(root)
    if (own !== undefined) return this.inside(own, steps, expression)
    const [first, ...rest] = steps
    const name = first && 'name' in first ? first.name : ''
    if (root === 'var') return this.inside(this.variable(name, expression), rest, expression)
    if (root === 'local') return this.inside(this.local(name, expression), rest, expression)
    if (root === 'data') return this.dataSource(name, rest, expression)
    const address = `${root}.${name}`
    const block = this.declared.resources.get(address)
    if (block) return this.resources.at(address, block, rest, expression)
    // A module is usually several files, of which another may declare it.
    const like = shapeOf(root, name, rest)
    if (like !== undefined) return this.undecided(expression, { like })
    if (root.startsWith('aws_cloudfront_')) this.dangling.push({ name: address, offset: expression.start })
    return this.undecided(expression, { mayBeAbsent: ['each', 'module', 'self'].includes(root) })
  }

  /** Follows the way into a value; a step that needs what only a run decides gives nothing. */
  private inside(value: Value, steps: readonly HclStep[], expression: HclExpression): Value {
    const [step, ...rest] = steps
    if (!step) return value
    if (isExpression(value))
      return this.undecided(expression, { ...itemLike(value, steps), mayBeAbsent: true })
    if ('splat' in step) {
      const items = value === null ? [] : Array.isArray(value) ? value : [value]
      const [inner, outer] = splatParts(step.splat, rest)
      return this.inside(
        items.map((item) => this.inside(item, inner, expression)),
        outer,
        expression,
      )
    }
    const key = 'name' in step ? step.name : texts([this.evaluate(step.index)])?.[0]
    if (key === undefined) return this.undecided(expression, { mayBeAbsent: true })
    const isOwn = Array.isArray(value) ? /^\d+$/.test(key) && Object.hasOwn(value, key) : hasField(value, key)
    if (isOwn) return this.inside((value as { [key: string]: Value })[key] ?? null, rest, expression)
    return this.refuse(expression)
  }

  private variable(name: string, expression: HclExpression): Value {
    const { parameters = {}, values, isCalled } = this.options
    const block = this.declared.variables.get(name)
    const type = typeConstraint(attributeOf(block, 'type'))
    const byType = (value: Value) => converted(value, type, (own) => this.apart(() => this.evaluate(own)))
    if (Object.hasOwn(parameters, name)) return byType(givenValue(parameters[name] ?? '', type, literalValue))
    // Who gives a value has it from an evaluator of this kind.
    const given = values?.get(name) as Value | undefined
    if (isExpression(given))
      return this.undecided(expression, { ...expressionParts(given), mayBeAbsent: true })
    const isNullable = block === undefined || !isFalse(attributeOf(block, 'nullable'))
    if (given !== undefined && (given !== null || isNullable)) return byType(given)
    if (!block) this.dangling.push({ name: `var.${name}`, offset: expression.start })
    const fallback = attributeOf(block, 'default')
    // A variable's own names are none of those in sight.
    const value = fallback && this.apart(() => this.evaluate(fallback))
    // A default of null means that nothing is said, where somebody may still say it.
    if (value === undefined || (value === null && !isCalled))
      return this.undecided(expression, { mayBeAbsent: true })
    return byType(value)
  }

  private local(name: string, expression: HclExpression): Value {
    const definition = this.declared.locals.get(name)
    if (!definition) this.dangling.push({ name: `local.${name}`, offset: expression.start })
    if (!definition || this.open.has(name)) return this.undecided(expression, { mayBeAbsent: true })
    this.open.add(name)
    const value = this.apart(() => this.evaluate(definition))
    this.open.delete(name)
    return value
  }

  private apart<T>(evaluate: () => T): T {
    const before = this.names
    this.names = noNames
    try {
      return evaluate()
    } finally {
      this.names = before
    }
  }

  /** A managed policy is known by its name; every other data source is the deployment's. */
  private dataSource(type: string, [step, ...rest]: readonly HclStep[], expression: HclExpression): Value {
    const name = step && 'name' in step ? step.name : ''
    const known = policyOf(type, this.declared.data.get(`${type}.${name}`), rest, {
      evaluate: (index) => this.evaluate(index),
      inBlock: (own, names) => this.apart(() => this.within(names, () => this.evaluate(own))),
    })
    const like = shapeOf(type, name, rest)
    return known ?? this.undecided(expression, like === undefined ? {} : { like })
  }
}

const isFalse = (expression: HclExpression | undefined) =>
  expression?.kind === 'literal' && expression.value === false

/** What a value that a caller leaves open looks like. */
const expressionParts = (given: Expression): Partial<Unknown> => {
  const like = likeOf(given)
  return like === undefined ? {} : { like }
}

const hasField = (value: Value, key: string): boolean => isFields(value) && Object.hasOwn(value, key)

/** What a text says as an expression of Terraform that names nothing. */
function literalValue(source: string): Value | undefined {
  try {
    const text = `value = ${source}\n`
    const file = parseHcl(text)
    const [attribute] = file.attributes
    return attribute && new Evaluator(text, file).evaluate(attribute.value)
  } catch (thrown) {
    if (thrown instanceof HclError) return undefined
    throw thrown
  }
}

/** The attributes of a body that names nothing, such as a file of variables' values. */
export function bodyValues(text: string, file: HclBody): Readonly<Record<string, Value>> {
  const evaluator = new Evaluator(text, file)
  return Object.fromEntries(file.attributes.map(({ name, value }) => [name, evaluator.evaluate(value)]))
}
