import { expect, test } from 'vitest'
import { Evaluator } from './evaluate.ts'
import { parseHcl } from './hcl-parser.ts'

const declared = `variable "open" {}
data "aws_cloudfront_cache_policy" "one" {
  name = "Managed-CachingDisabled"
}
data "aws_cloudfront_cache_policy" "each" {
  for_each = { off = "Managed-CachingDisabled", own = "mine" }
  name     = each.value
}
data "aws_cloudfront_cache_policy" "counted" {
  count = 2
  name  = ["Managed-CachingDisabled", "mine"][count.index]
}
data "aws_cloudfront_cache_policy" "open" {
  for_each = var.open
  name     = each.value
}
`
function evaluated(expression: string) {
  const text = `${declared}out = ${expression.replaceAll('P.', 'data.aws_cloudfront_cache_policy.')}\n`
  const file = parseHcl(text)
  const [out] = file.attributes
  if (!out) throw new Error('There is no expression.')
  return new Evaluator(text, file).evaluate(out.value)
}
const disabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'

test.each([
  ['P.one.id', disabled],
  ['P.one.name', 'Managed-CachingDisabled'],
  ['P.each["off"].id', disabled],
  ['[for key in ["off"] : P.each[key].id][0]', disabled],
  ['P.counted[0].id', disabled],
])('%s is known', (expression, value) => {
  expect(evaluated(expression)).toBe(value)
})

test.each(['P.one.etag', 'P.each["own"].id', 'P.each[var.open].id', 'P.open["a"].id', 'P.missing.id'])(
  '%s is left to the run',
  (expression) => {
    expect(evaluated(expression)).toHaveProperty('unknown')
  },
)
