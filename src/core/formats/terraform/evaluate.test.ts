import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isExpression } from '#core/model/field.ts'
import { randomRuns } from '#fixtures/random-runs.ts'
import { Evaluator } from './evaluate.ts'
import { functions } from './functions.ts'
import { parseHcl } from './hcl-parser.ts'
import { operators } from './operators.ts'
import type { Value } from './value.ts'

/** What an expression gives, with a value for each variable that is given one. */
function evaluated(expression: string, given: Readonly<Record<string, string>> = {}, more = ''): Value {
  const text = `variable "n" { type = number }
variable "s" { type = string }
variable "b" { type = bool }
variable "l" { type = list(any) }
variable "m" { type = map(any) }
resource "aws_cloudfront_cache_policy" "one" {}
${more}
locals {
  out = ${expression}
}
`
  const file = parseHcl(text)
  const out = file.blocks.at(-1)?.body.attributes[0]
  if (!out) throw new Error('There is no expression.')
  const ids = new Map([['aws_cloudfront_cache_policy.one', 'one']])
  return new Evaluator(text, file, { parameters: given }, ids).evaluate(out.value)
}

/** True where everything that `left` says for certain is what `right` says. */
function holds(left: Value, right: Value): boolean {
  if (isExpression(left) && 'unknown' in left) return true
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null)
    return Object.is(left, right)
  const [own, others] = [Object.entries(left), Object.entries(right)]
  return (
    own.length === others.length &&
    own.every(([key, value]) => holds(value, (right as { [key: string]: Value })[key] ?? null))
  )
}

type Sort = 'n' | 's' | 'b' | 'l' | 'm'
/** Values that a run may give for the variable of each sort. */
const chances: Readonly<Record<Sort, readonly string[]>> = {
  n: ['0', '1', '7', '-2'],
  s: ['', 'a', 'prod', '1', 'true'],
  b: ['true', 'false'],
  l: ['[]', '["a"]', '["a", "prod", null]', '[1, 2]'],
  m: ['{}', '{ a = "x" }', '{ a = 1, b = null }'],
}
const literals: Readonly<Record<Sort, readonly string[]>> = {
  n: ['0', '1', '42', '-3'],
  s: ['""', '"a"', '"prod"', '"x-1"'],
  b: ['true', 'false'],
  l: ['[]', '["a", "b"]', '["prod"]', 'toset(["a", "a"])'],
  m: ['{}', '{ a = "x" }', '{ a = "y", b = 2 }'],
}
/** A name as a template. */
const text = (name: string) => `"\${${name}}"`
const of = (sort: Sort, ...others: fc.Arbitrary<string>[]) =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: fc.constantFrom(...literals[sort]) },
    { weight: 2, arbitrary: fc.constant(`var.${sort}`) },
    ...others.map((arbitrary) => ({ weight: 1, arbitrary })),
  )
const { any } = fc.letrec<Record<Sort | 'any', string>>((tie) => {
  const put = (shape: string, ...parts: (Sort | 'any')[]) =>
    fc
      .tuple(...parts.map((part) => tie(part)))
      .map((given) => given.reduce<string>((text, part) => text.replace('#', () => part), shape))
  const signs = (...strengths: number[]) =>
    fc.constantFrom(
      ...operators.filter(({ strength }) => strengths.includes(strength)).map(({ sign }) => sign),
    )
  const infix = (sign: fc.Arbitrary<string>, left: Sort | 'any', right: Sort | 'any') =>
    fc.tuple(tie(left), sign, tie(right)).map(([a, operator, b]) => `(${a} ${operator} ${b})`)
  const choice = (sort: Sort) => put('(# ? # : #)', 'b', sort, sort)
  const names = Object.entries(functions).map(([name]) => name)
  return {
    n: of(
      'n',
      infix(signs(5, 6), 'n', 'n'),
      choice('n'),
      put('length(#)', 'l'),
      put('length(#)', 'm'),
      put('-(#)', 'n'),
      put('max(#, #)', 'n', 'n'),
      put('tonumber(#)', 's'),
      put('lookup(#, #, #)', 'm', 's', 'n'),
    ),
    s: of(
      's',
      choice('s'),
      put(`"\${#}-\${#}"`, 'any', 's'),
      put('join("-", #)', 'l'),
      put('try(#[#], #)', 'l', 'n', 's'),
      put('try(#.a, #)', 'm', 's'),
      put('coalesce(#, #)', 's', 's'),
      put('element(#, #)', 'l', 'n'),
      put('format("%s/%s", #, #)', 's', 'any'),
      put('replace(#, #, #)', 's', 's', 's'),
      put('lookup(#, #, #)', 'm', 's', 's'),
      put('jsonencode(#)', 'any'),
      put('one(#)', 'l'),
    ),
    b: of(
      'b',
      infix(signs(1, 2), 'b', 'b'),
      infix(signs(3), 'any', 'any'),
      infix(signs(4), 'n', 'n'),
      put('!(#)', 'b'),
      put('contains(#, #)', 'l', 's'),
      put('can(#.a)', 'm'),
      put('startswith(#, #)', 's', 's'),
    ),
    l: of(
      'l',
      choice('l'),
      put('[#, #]', 'any', 's'),
      put('[for k, v in # : v if #]', 'l', 'b'),
      put(`[for k, v in # : ${text('k')} if v != #]`, 'm', 's'),
      put('concat(#, #)', 'l', 'l'),
      put('flatten([#, #])', 'l', 'l'),
      put('toset([#, #])', 's', 's'),
      put('compact([#, #])', 's', 's'),
      put('keys(#)', 'm'),
      put('values(#)', 'm'),
      put('[for x in # : x[*]]', 'l'),
      put('distinct(#)', 'l'),
      put('split("-", #)', 's'),
      put('#[*].a', 'm'),
    ),
    m: of(
      'm',
      choice('m'),
      put('{ a = #, (#) = # }', 'any', 's', 'any'),
      put('merge(#, #)', 'm', 'm'),
      put(`{ for v in # : ${text('v')} => # }`, 'l', 'any'),
      put('{ for k, v in # : k => v if # }', 'm', 'b'),
      put('zipmap([#], [#])', 's', 'any'),
      put('{ for v in # : # => v... }', 'l', 's'),
    ),
    any: fc.oneof(
      tie('n'),
      tie('s'),
      tie('b'),
      tie('l'),
      tie('m'),
      fc
        .tuple(fc.constantFrom(...names), tie('any'), tie('any'))
        .map(([name, a, b]) => `${name}(${a}, ${b})`),
    ),
  }
})

const values = fc.record(
  Object.fromEntries(Object.entries(chances).map(([sort, texts]) => [sort, fc.constantFrom(...texts)])),
)

test('what depends on something unknown says nothing that a run could make untrue', () => {
  fc.assert(
    fc.property(any, values, fc.subarray(Object.keys(chances)), (expression, given, left) => {
      const known = Object.fromEntries(Object.entries(given).filter(([sort]) => !left.includes(sort)))
      const before = evaluated(expression, known)
      const after = evaluated(expression, given)
      // Where Terraform refuses the whole, nothing that was said of it can be untrue.
      if (isExpression(after)) return
      expect(
        holds(before, after),
        `${expression} gave ${JSON.stringify(before)}, and ${JSON.stringify(after)} with ${JSON.stringify(given)}`,
      ).toBe(true)
    }),
    { numRuns: randomRuns(4000) },
  )
}, 120_000)

test('the property sees an operator that takes an unknown for false', () => {
  expect(holds(false, evaluated('var.s == "prod"', { s: 'prod' }))).toBe(false)
})

test.each([
  [`"\${var.s}.s3.\${data.aws_region.here.name}.amazonaws.com"`, 's.s3.us-east-1.amazonaws.com'],
  [`"\${aws_s3_bucket.files.id}.s3.amazonaws.com"`, 'files.s3.amazonaws.com'],
  ['aws_lb.elsewhere.dns_name', 'elsewhere-1234567890.us-east-1.elb.amazonaws.com'],
  ['data.aws_lb.elsewhere.dns_name', 'elsewhere-1234567890.us-east-1.elb.amazonaws.com'],
  ['lower(format("%s/x", aws_lb.web.dns_name))', 'web-1234567890.us-east-1.elb.amazonaws.com/x'],
  [`"\${var.s}\${var.s}"`, undefined],
  ['format("%s/x", var.s)', undefined],
])('%s looks like %s', (expression, like) => {
  expect((evaluated(expression) as { like?: string }).like).toBe(like)
})
