/** A whole module with a variable at every kind of place: what is read without values must hold with any of them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { isExpression } from '#core/model/field.ts'
import { randomRuns } from '#fixtures/random-runs.ts'

const text = `variable "on" { type = bool }
variable "names" { type = list(string) }
variable "word" { type = string }
resource "aws_cloudfront_key_group" "keys" {
  count = var.on ? 1 : 0
  name  = "keys"
  items = ["K1"]
}
resource "aws_cloudfront_distribution" "site" {
  enabled     = var.on && var.word != ""
  comment     = "a \${var.word}"
  aliases     = concat(var.names, ["own.example.com"])
  price_class = var.word == "all" ? "PriceClass_All" : "PriceClass_100"
  dynamic "origin" {
    for_each = toset(concat(["o"], var.names))
    content {
      origin_id   = origin.key
      domain_name = "\${origin.value}.example.net"
      connection_timeout = length(var.word) + 1
    }
  }
  default_cache_behavior {
    target_origin_id       = try(var.names[0], "o")
    viewer_protocol_policy = var.on ? "https-only" : "allow-all"
    trusted_key_groups     = aws_cloudfront_key_group.keys[*].id
    compress               = length(var.names) > 0
    cache_policy_id        = var.on ? "658327ea-f89d-4fab-a63d-7e88639e58f6" : null
  }
  dynamic "logging_config" {
    for_each = var.on ? [var.word] : []
    content {
      bucket = "\${logging_config.value}.s3.amazonaws.com"
    }
  }
  dynamic "custom_error_response" {
    for_each = { for name in var.names : name => 404 if name != var.word }
    content {
      error_code = custom_error_response.value
    }
  }
  viewer_certificate {
    cloudfront_default_certificate = !var.on
    acm_certificate_arn            = var.on ? "arn:aws:acm:us-east-1:111122223333:certificate/\${var.word}" : null
    ssl_support_method             = var.on ? "sni-only" : null
  }
}
`
function config(parameters: Readonly<Record<string, string>>): unknown {
  const read = readSource(text, { parameters })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return distributionsIn(read.value.document)[0]?.config
}

const isOpen = (value: unknown): boolean => isExpression(value) && 'unknown' in value
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** True where everything that `left` says for certain is what `right` says. */
function holds(left: unknown, right: unknown): boolean {
  if (isOpen(left)) return true
  if (typeof left !== 'object' || left === null) return Object.is(left, right)
  // What is open in a list may be several items, or none.
  if (Array.isArray(left) && left.some(isOpen)) return right === undefined || Array.isArray(right)
  const [own, others] = [fieldsOf(left), fieldsOf(right)]
  return [...new Set([...Object.keys(own), ...Object.keys(others)])].every((key) =>
    holds(own[key], others[key]),
  )
}

const given = fc.record({
  on: fc.constantFrom('true', 'false'),
  names: fc.constantFrom('[]', '["a"]', '["a", "b"]'),
  word: fc.constantFrom('', 'a', 'all'),
})

test('a module that is read without some values says nothing that they could make untrue', () => {
  fc.assert(
    fc.property(given, fc.subarray(['on', 'names', 'word']), (values, left) => {
      const some = Object.fromEntries(Object.entries(values).filter(([name]) => !left.includes(name)))
      const [before, after] = [config(some), config(values)]
      expect(
        holds(before, after),
        `${JSON.stringify(before)} without ${left}, and ${JSON.stringify(after)} with ${JSON.stringify(values)}`,
      ).toBe(true)
    }),
    { numRuns: randomRuns(100) },
  )
})

test('the property sees a branch that is taken before it is decided', () => {
  expect(holds(config({ on: 'true' }), config({ on: 'false', names: '[]', word: '' }))).toBe(false)
})
