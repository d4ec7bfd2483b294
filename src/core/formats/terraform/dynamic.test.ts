import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'

const distribution = (inside: string, more = '') => `${more}
variable "open" {}
resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = "before"
${inside}
  default_cache_behavior {
    target_origin_id       = "a"
    viewer_protocol_policy = "https-only"
  }
}
`
function site(text: string, parameters: Record<string, string> = {}) {
  const read = readSource(text, { parameters })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const [found] = distributionsIn(read.value.document)
  if (!found) throw new Error('There is no distribution.')
  return { ...read.value, site: found }
}

const hosts = `locals { hosts = { b = "b.example.com", a = "a.example.com" } }`
const fromMap = distribution(
  `  dynamic "origin" {
    for_each = local.hosts
    iterator = host
    content {
      origin_id   = host.key
      domain_name = host.value
      dynamic "custom_header" {
        for_each = ["x", "y"]
        content {
          name  = custom_header.value
          value = "\${host.key}-\${custom_header.key}"
        }
      }
    }
  }`,
  hosts,
)

test('a dynamic block over a collection that the file holds is as many blocks, each with its place', () => {
  const { site: found, notes, locate } = site(fromMap)
  expect(originsOf(found).map(({ value }) => [value.Id, value.DomainName, value.CustomHeaders])).toEqual([
    [
      'a',
      'a.example.com',
      [
        { HeaderName: 'x', HeaderValue: 'a-0' },
        { HeaderName: 'y', HeaderValue: 'a-1' },
      ],
    ],
    [
      'b',
      'b.example.com',
      [
        { HeaderName: 'x', HeaderValue: 'b-0' },
        { HeaderName: 'y', HeaderValue: 'b-1' },
      ],
    ],
  ])
  expect(notes).toEqual([])
  expect(locate([...found.path, 'Origins', 1, 'DomainName'])).toEqual({ line: 11, column: 7 })
})

test('a dynamic block over what a run decides is one unknown member', () => {
  const { site: found, notes } = site(
    distribution(`  dynamic "origin" {
    for_each = var.open
    content { origin_id = origin.key }
  }`),
  )
  expect(found.config.Origins).toHaveLength(1)
  expect(found.config.Origins?.[0]).toHaveProperty('unknown')
  expect(notes.map(({ rule }) => rule)).toEqual(['import/terraform-repeated'])
})

test('an item that a run decides leaves its block there, with what is known', () => {
  const { site: found } = site(
    distribution(`  dynamic "origin" {
    for_each = [var.open, "b.example.com"]
    content {
      origin_id   = "o\${origin.key}"
      domain_name = origin.value
    }
  }`),
  )
  expect(originsOf(found).map(({ value }) => value.Id)).toEqual(['o0', 'o1'])
  expect(originsOf(found)[0]?.value.DomainName).toHaveProperty('unknown')
})

test('saving keeps the bytes of a file with dynamic blocks, and an edit beside them is one line', () => {
  const { document, format, site: found } = site(fromMap)
  expect(writeFormat(format.id, document).text).toBe(fromMap)
  const edited = applyEdit(document, setAt([...found.path, 'Comment'], 'after'))
  expect(writeFormat(format.id, edited).text).toBe(fromMap.replace('before', 'after'))
})

test('an edit inside of an expanded block reads back as edited', () => {
  const { document, format, site: found } = site(fromMap)
  const edited = applyEdit(document, setAt([...found.path, 'Origins', 0, 'DomainName'], 'c.example.com'))
  const again = site(writeFormat(format.id, edited).text)
  expect(originsOf(again.site).map(({ value }) => value.DomainName)).toEqual([
    'c.example.com',
    'b.example.com',
  ])
})

test.each([
  ['count = 0', undefined],
  ['for_each = {}', undefined],
  ['count = var.open == "yes" ? 1 : 0', 'import/terraform-repeated'],
  ['for_each = var.open', 'import/terraform-repeated'],
  ['count = 3', 'import/terraform-repeated'],
])('a policy with %s', (argument, rule) => {
  const { document, notes } = site(
    distribution(
      '',
      `resource "aws_cloudfront_cache_policy" "p" {
  ${argument}
  name = "p"
}`,
    ),
  )
  expect('p' in document.resources).toBe(rule !== undefined)
  expect(notes.map((note) => note.rule)).toEqual([rule ?? 'import/condition-false'])
})

test('one repeated resource alone is told its key and value', () => {
  const { document } = site(
    distribution(
      '',
      `resource "aws_cloudfront_cache_policy" "p" {
  for_each = { only = 60 }
  name     = each.key
  min_ttl  = each.value
}`,
    ),
  )
  expect(document.resources['p']?.config).toMatchObject({ Name: 'only', MinTTL: 60 })
})

test('a distribution that the defaults do not create is read with them left open', () => {
  const text = `variable "create" { default = false }
locals { wanted = var.create && var.zone != "" }
variable "zone" { default = "" }
resource "aws_cloudfront_cache_policy" "own" {
  count = var.create ? 1 : 0
  name  = "own"
}
resource "aws_cloudfront_distribution" "site" {
  count   = local.wanted ? 1 : 0
  enabled = true
  comment = var.zone
}
`
  const { document, notes, format } = site(text)
  expect(Object.keys(document.resources)).toEqual(['own', 'site'])
  expect(notes[0]?.message).toMatch(/“site” is not created with the default of “zone” and “create”/)
  expect(writeFormat(format.id, document).text).toBe(text)
  expect(readSource(text, { parameters: { create: 'false', zone: 'x' } })).toMatchObject({ ok: false })
})
