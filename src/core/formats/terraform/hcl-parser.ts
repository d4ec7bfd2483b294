/** Reads HCL's native syntax: blocks, attributes, and the expressions that configuration for CloudFront uses. */
import { tableOf } from '#core/ground/names.ts'
import { Scanner } from './hcl-scanner.ts'
import {
  type HclAttribute,
  type HclBlock,
  type HclBody,
  HclError,
  type HclExpression,
  type HclStep,
  type Span,
} from './hcl-syntax.ts'
import { operators } from './operators.ts'

const maxDepth = 100
const closers: Readonly<Record<string, string>> = tableOf({ '(': ')', '[': ']', '{': '}' })
const constants: Readonly<Record<string, boolean | null>> = tableOf({ true: true, false: false, null: null })

class Parser {
  private readonly scanner: Scanner
  private depth = 0

  constructor(text: string) {
    this.scanner = new Scanner(text)
  }

  private nested<T>(read: () => T): T {
    this.depth += 1
    if (this.depth > maxDepth) this.scanner.fail(`This is nested deeper than ${maxDepth} levels.`)
    const value = read()
    this.depth -= 1
    return value
  }

  /** Attributes and blocks up to the closing brace, or to the end of the text. */
  body(isFile: boolean): HclBody {
    const attributes: HclAttribute[] = []
    const blocks: HclBlock[] = []
    for (;;) {
      this.scanner.skip(true)
      if (isFile && this.scanner.done) return { attributes, blocks }
      if (!isFile && this.scanner.take('}')) return { attributes, blocks }
      const start = this.scanner.offset
      const name = this.scanner.word()
      if (name === undefined) return this.scanner.fail('A name of an attribute or a block is missing here.')
      this.scanner.skip(false)
      if (this.scanner.at('=')) attributes.push(this.attribute(name, start, attributes))
      else blocks.push(this.block(name, start))
    }
  }

  private attribute(name: string, start: number, others: readonly HclAttribute[]): HclAttribute {
    if (others.some((other) => other.name === name))
      this.scanner.fail(`“${name}” is set twice in this block; Terraform takes it once.`, start)
    this.scanner.offset += 1
    const value = this.expression(false)
    this.scanner.skip(false)
    if (!this.scanner.done && !this.scanner.at('\n') && !this.scanner.at('}'))
      this.scanner.fail(`After the value of “${name}” a new line is missing.`)
    return { name, value, start, end: this.scanner.offset }
  }

  private block(type: string, start: number): HclBlock {
    const labels: string[] = []
    for (;;) {
      this.scanner.skip(false)
      if (this.scanner.take('{')) break
      if (this.scanner.at('"')) {
        const parts = this.scanner.quoted(() => this.scanner.fail('A label holds no expressions.'))
        labels.push(parts.filter((part) => typeof part === 'string').join(''))
        continue
      }
      const word = this.scanner.word()
      if (word === undefined) this.scanner.fail(`After “${type}” either “=” or “{” is missing.`)
      labels.push(word)
    }
    const open = this.scanner.offset
    const body = this.nested(() => this.body(false))
    return { type, labels, open, body, start, end: this.scanner.offset }
  }

  expression(breaks: boolean): HclExpression {
    return this.nested(() => this.conditional(breaks))
  }

  private conditional(breaks: boolean): HclExpression {
    const test = this.operation(breaks)
    this.scanner.skip(breaks)
    if (!this.scanner.take('?')) return test
    const yes = this.expression(breaks)
    this.scanner.skip(breaks)
    this.scanner.expect(':', 'in this conditional')
    const no = this.expression(breaks)
    return { kind: 'conditional', test, yes, no, start: test.start, end: no.end }
  }

  /** Operators of at least this strength, the stronger ones inside. */
  private operation(breaks: boolean, least = 1): HclExpression {
    let left = this.unary(breaks)
    for (;;) {
      this.scanner.skip(breaks)
      const operator = operators.find(({ sign }) => this.scanner.at(sign))
      if (operator === undefined || operator.strength < least) return left
      this.scanner.offset += operator.sign.length
      const right = this.nested(() => this.operation(breaks, operator.strength + 1))
      left = { kind: 'operation', operator: operator.sign, left, right, start: left.start, end: right.end }
    }
  }

  private unary(breaks: boolean): HclExpression {
    this.scanner.skip(breaks)
    const start = this.scanner.offset
    if (this.scanner.take('!')) {
      const operand = this.nested(() => this.unary(breaks))
      return { kind: 'not', operand, start, end: operand.end }
    }
    if (this.scanner.take('-')) {
      const operand = this.nested(() => this.unary(breaks))
      const isNumber = operand.kind === 'literal' && typeof operand.value === 'number'
      return isNumber
        ? { kind: 'literal', value: -Number(operand.value), start, end: operand.end }
        : { kind: 'negative', operand, start, end: operand.end }
    }
    return this.withSteps(this.term())
  }

  private term(): HclExpression {
    const { scanner } = this
    const start = scanner.offset
    const heredoc = scanner.heredoc(inHeredoc)
    if (heredoc) return template(heredoc, start, scanner.offset)
    if (scanner.at('"'))
      return template(
        scanner.quoted(() => this.interpolation()),
        start,
        scanner.offset,
      )
    const number = scanner.number()
    // Terraform counts with more digits than a number has here.
    if (number !== undefined && Math.abs(number) > Number.MAX_SAFE_INTEGER)
      return { kind: 'opaque', start, end: scanner.offset }
    if (number !== undefined) return { kind: 'literal', value: number, start, end: scanner.offset }
    if (scanner.at('[') || scanner.at('{')) return this.collection(start)
    if (scanner.take('(')) {
      const inner = this.expression(true)
      scanner.skip(true)
      scanner.expect(')', 'after this expression')
      return { ...inner, start, end: scanner.offset }
    }
    const word = scanner.word()
    if (word === undefined) return scanner.fail('A value is missing here.')
    const constant = constants[word]
    if (constant !== undefined && Object.hasOwn(constants, word))
      return { kind: 'literal', value: constant, start, end: scanner.offset }
    return this.named(word, start)
  }

  /** A name, or a call; a provider's own functions are called `provider::aws::name`. */
  private named(first: string, start: number): HclExpression {
    let word = first
    while (this.scanner.take('::'))
      word += `::${this.scanner.word() ?? this.scanner.fail('A name is missing after “::”.')}`
    if (!this.scanner.take('('))
      return { kind: 'traversal', root: word, steps: [], start, end: this.scanner.offset }
    const { items, spreads } = this.items(')')
    return { kind: 'call', name: word, arguments: items, spreads, start, end: this.scanner.offset }
  }

  private items(closer: string): { items: HclExpression[]; spreads: boolean } {
    const items: HclExpression[] = []
    let spreads = false
    for (;;) {
      this.scanner.skip(true)
      if (this.scanner.take(closer)) return { items, spreads }
      items.push(this.expression(true))
      this.scanner.skip(true)
      if (this.scanner.take('...')) spreads = true
      this.scanner.skip(true)
      if (!this.scanner.take(',') && !this.scanner.at(closer))
        this.scanner.fail(`A comma or “${closer}” is missing here.`)
    }
  }

  private collection(start: number): HclExpression {
    const isList = this.scanner.at('[')
    this.scanner.offset += 1
    this.scanner.skip(true)
    const inside = this.scanner.offset
    const isFor = this.scanner.word() === 'for' && /\s/.test(this.scanner.text[this.scanner.offset] ?? '')
    this.scanner.offset = inside
    if (isFor) return this.loop(isList ? ']' : '}', start)
    if (isList) return { kind: 'list', items: this.items(']').items, start, end: this.scanner.offset }
    const entries = this.entries()
    return { kind: 'object', entries, start, end: this.scanner.offset }
  }

  /** `for a, b in from : [key =>] value[...] [if test]`, up to its closing bracket. */
  private loop(closer: string, start: number): HclExpression {
    const { scanner } = this
    const next = (): HclExpression => {
      const value = this.expression(true)
      scanner.skip(true)
      return value
    }
    const names: string[] = []
    scanner.word()
    do {
      scanner.skip(true)
      names.push(scanner.word() ?? scanner.fail('A name is missing after “for”.'))
      scanner.skip(true)
    } while (scanner.take(','))
    if (scanner.word() !== 'in') scanner.fail('“in” is missing in this “for”.')
    const from = next()
    scanner.expect(':', 'in this “for”')
    const first = next()
    const key = scanner.take('=>') ? first : undefined
    const value = key === undefined ? first : next()
    const grouped = scanner.take('...')
    scanner.skip(true)
    const test = scanner.word() === 'if' ? next() : undefined
    scanner.skip(true)
    scanner.expect(closer, 'after this “for”')
    const parts = { names, from, value, grouped, ...(key && { key }), ...(test && { test }) }
    return { kind: 'for', ...parts, start, end: scanner.offset }
  }

  private entries(): (readonly [HclExpression, HclExpression])[] {
    const entries: (readonly [HclExpression, HclExpression])[] = []
    for (;;) {
      this.scanner.skip(true)
      if (this.scanner.take('}')) return entries
      const key = this.expression(true)
      this.scanner.skip(true)
      if (!this.scanner.take('=') && !this.scanner.take(':'))
        this.scanner.fail('“=” is missing after this key.')
      entries.push([key, this.expression(false)])
      this.scanner.skip(true)
      this.scanner.take(',')
    }
  }

  /** Steps over an expression that only Terraform evaluates. */
  private skipBalanced(closer: string): void {
    const open = [closer]
    const start = this.scanner.offset
    for (;;) {
      this.scanner.skip(true)
      if (this.scanner.done) this.scanner.fail(`“${closer}” is missing.`, start)
      if (this.scanner.at('"')) {
        this.scanner.quoted(() => this.interpolation())
        continue
      }
      const character = this.scanner.text[this.scanner.offset] ?? ''
      this.scanner.offset += 1
      const inner = closers[character]
      if (inner !== undefined) open.push(inner)
      else if (character === open.at(-1)) {
        open.pop()
        if (open.length === 0) return
      }
    }
  }

  private withSteps(term: HclExpression): HclExpression {
    const steps: HclStep[] = []
    for (;;) {
      const step = this.step()
      if (!step) break
      steps.push(step)
    }
    if (steps.length === 0) return term
    const place = { start: term.start, end: this.scanner.offset }
    if (term.kind === 'traversal') return { ...term, steps, ...place }
    return { kind: 'access', of: term, steps, ...place }
  }

  /** Blanks may stand before a dot or a bracket. */
  private skipToStep(): void {
    const { scanner } = this
    const { offset } = scanner
    scanner.skip(false)
    if (!scanner.at('.') && !scanner.at('[')) scanner.offset = offset
  }

  private step(): HclStep | undefined {
    const { scanner } = this
    this.skipToStep()
    if (scanner.at('...')) return undefined
    if (scanner.take('.')) {
      scanner.skip(false)
      if (scanner.take('*')) return { splat: 'names' }
      const name = scanner.word()
      if (name !== undefined) return { name }
      const start = scanner.offset
      const value = scanner.digits() ?? scanner.fail('A name is missing after this dot.')
      return { index: { kind: 'literal', value, start, end: scanner.offset } }
    }
    if (!scanner.take('[')) return undefined
    if (scanner.take('*')) {
      scanner.expect(']', 'after this index')
      return { splat: 'all' }
    }
    const index = this.expression(true)
    scanner.skip(true)
    scanner.expect(']', 'after this index')
    return { index }
  }

  /** What stands in `${…}`; a directive `%{…}` is Terraform's to evaluate. */
  private interpolation(): HclExpression {
    const start = this.scanner.offset
    const isDirective = this.scanner.at('%{')
    this.scanner.offset += 2
    this.scanner.take('~')
    if (isDirective) {
      this.skipBalanced('}')
      return { kind: 'opaque', start, end: this.scanner.offset }
    }
    const value = this.expression(true)
    this.scanner.skip(true)
    this.scanner.take('~')
    this.scanner.expect('}', 'after this expression')
    return value
  }

  heredocParts(): (string | HclExpression)[] {
    return this.scanner.heredocParts(() => this.interpolation())
  }
}

/** A heredoc's own text is parsed apart, so expressions in it are placed at its first line. */
function inHeredoc(text: string, offset: number, isFlush: boolean): (string | HclExpression)[] {
  // What is stripped plays a part in how far the lines are indented.
  if (isFlush && /\$\{~|~\}/.test(text)) return [{ kind: 'opaque', start: offset, end: offset + text.length }]
  const parts = new Parser(text).heredocParts()
  return parts.map((part) =>
    typeof part === 'string' ? part : { ...part, start: offset, end: offset + text.length },
  )
}

function template(parts: readonly (string | HclExpression)[], start: number, end: number): HclExpression {
  if (parts.every((part) => typeof part === 'string'))
    return { kind: 'literal', value: parts.join(''), start, end }
  const [only] = parts
  return parts.length === 1 && typeof only === 'object' ? only : { kind: 'template', parts, start, end }
}

/** Every part of an expression placed at the same span, since its own text is not the file's. */
const placed = (expression: HclExpression, place: Span): HclExpression =>
  JSON.parse(JSON.stringify(expression), (_, value) =>
    typeof value === 'object' && value !== null && 'start' in value && 'end' in value
      ? { ...value, ...place }
      : value,
  )

/** A text of JSON configuration, which is a template. */
export function parseTemplate(text: string, place: Span): HclExpression {
  const parts = new Parser(text).heredocParts()
  return placed(template(parts, place.start, place.end), place)
}

/** A text of JSON configuration that is an expression by itself; one that is none is taken as it is. */
export function parseExpression(text: string, place: Span): HclExpression {
  try {
    return placed(new Parser(text).expression(true), place)
  } catch (thrown) {
    if (thrown instanceof HclError) return { kind: 'literal', value: text, ...place }
    throw thrown
  }
}

/** Reads a file; throws an `HclError` with its offset where the text is not HCL. */
export const parseHcl = (text: string): HclBody => new Parser(text).body(true)
