import { expect, test } from 'vitest'
import { Evaluator } from './evaluate.ts'
import { parseHcl } from './hcl-parser.ts'

const declared = `variable "open" {}
resource "aws_cloudfront_cache_policy" "alone" {}
resource "aws_cloudfront_cache_policy" "none" {
  count = 0
}
resource "aws_cloudfront_cache_policy" "once" {
  count = 1
}
resource "aws_cloudfront_cache_policy" "twice" {
  count = 2
}
resource "aws_cloudfront_cache_policy" "each" {
  for_each = toset(["a", "b"])
}
resource "aws_cloudfront_cache_policy" "open" {
  count = var.open ? 1 : 0
}
`
const ids = new Map(
  ['alone', 'once', 'twice', 'each', 'open'].map((name) => [`aws_cloudfront_cache_policy.${name}`, name]),
)
function evaluated(expression: string) {
  const text = `${declared}out = ${expression.replaceAll('P.', 'aws_cloudfront_cache_policy.')}\n`
  const file = parseHcl(text)
  const [out] = file.attributes
  if (!out) throw new Error('There is no expression.')
  return new Evaluator(text, file, {}, ids).evaluate(out.value)
}

test.each([
  ['P.alone.id', { ref: 'alone' }],
  ['P.once[0].id', { ref: 'once' }],
  ['one(P.once[*].id)', { ref: 'once' }],
  ['join("", P.once.*.id)', { ref: 'once' }],
  ['element(concat(P.once.*.id, [""]), 0)', { ref: 'once' }],
  ['try(P.once[0].id, null)', { ref: 'once' }],
  ['length(P.twice)', 2],
  ['keys(P.each)', ['a', 'b']],
  ['P.each["a"].id', { ref: 'each' }],
  ['try(P.each["c"].id, "none")', 'none'],
  ['length(P.none) > 0 ? P.none[0].id : ""', ''],
  ['one(P.none[*].id)', null],
  ['join("", P.none.*.id)', ''],
  ['try(P.none[0].id, "none")', 'none'],
  ['[for one in P.none : one.id]', []],
])('%s is known', (expression, value) => {
  expect(evaluated(expression)).toEqual(value)
})

test.each([
  'P.twice[*].id[0]',
  'join(",", P.twice[*].id)',
  'one(P.open[*].id)',
  'length(P.open)',
  'try(P.open[0].id, null)',
])('%s is left to the run', (expression) => {
  const value = evaluated(expression)
  expect(Array.isArray(value) ? value[0] : value).toHaveProperty('unknown')
})
