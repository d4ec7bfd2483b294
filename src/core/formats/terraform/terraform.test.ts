import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'

const texts = import.meta.glob<string>(['/src/fixtures/corpus/templates/*', '/public/examples/*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

function read(text: string, parameters: Record<string, string> = {}) {
  const result = readSource(text, { parameters })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const site = (text: string, parameters: Record<string, string> = {}) => {
  const { document, notes, locate } = read(text, parameters)
  const [found] = distributionsIn(document)
  if (!found) throw new Error('There is no distribution.')
  return { config: found.config, path: found.path, document, notes, locate }
}

test.each(Object.entries(texts))('%s as Terraform reads back as what was written', (_, text) => {
  const { document } = read(text)
  const once = writeFormat('terraform', document).text
  const again = read(once)
  expect(again.format.id).toBe('terraform')
  expect(distributionsIn(again.document)).toHaveLength(distributionsIn(document).length)
  expect(writeFormat('terraform', again.document).text.replace(/description = .*/g, '')).toBe(
    once.replace(/description = .*/g, ''),
  )
})

const source = `
variable "domain" {
  default = "example.org"
}
variable "certificate" { type = string }
variable "more" {}
locals {
  aliases = ["www.\${var.domain}", var.domain]
  flags   = { on = true }
}
data "aws_cloudfront_cache_policy" "optimized" {
  name = "Managed-CachingOptimized"
}
resource "aws_s3_bucket" "assets" {
  bucket = "my-assets"
}
resource "aws_cloudfront_origin_access_control" "this" {
  name                              = "site"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}
resource "aws_cloudfront_distribution" "this" {
  enabled = true
  aliases = local.aliases # two names
  origin {
    domain_name              = aws_s3_bucket.assets.bucket_regional_domain_name
    origin_id                = "assets"
    origin_access_control_id = aws_cloudfront_origin_access_control.this.id
  }
  dynamic "origin" {
    for_each = var.more
    content { origin_id = origin.key }
  }
  default_cache_behavior {
    target_origin_id       = "assets"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    cache_policy_id        = data.aws_cloudfront_cache_policy.optimized.id
    compress               = local.flags.on
  }
  restrictions {
    geo_restriction { restriction_type = "none" }
  }
  viewer_certificate {
    acm_certificate_arn = var.certificate
    ssl_support_method  = "sni-only"
  }
}
`

test('variables with defaults, locals and managed policies are evaluated', () => {
  const { config } = site(source)
  expect(config.Aliases).toEqual(['www.example.org', 'example.org'])
  expect(config.DefaultCacheBehavior).toMatchObject({
    CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
    Compress: true,
  })
})

test('a variable that is set replaces its default', () => {
  expect(site(source, { domain: 'example.com' }).config.Aliases).toEqual(['www.example.com', 'example.com'])
})

test('what only Terraform decides is unknown, in its own words', () => {
  const { config, notes } = site(source)
  expect(config.ViewerCertificate).toMatchObject({ ACMCertificateArn: { unknown: 'var.certificate' } })
  expect(config.Origins?.[0]).toMatchObject({
    DomainName: { like: 'my-assets.s3.us-east-1.amazonaws.com' },
    OriginAccessControlId: { ref: 'this_origin_access_control' },
    S3OriginConfig: { OriginAccessIdentity: '' },
  })
  expect(config.Origins?.[1]).toHaveProperty('unknown')
  expect(notes.map(({ rule }) => rule)).toEqual(['import/terraform-repeated'])
})

test('a field is located at its name', () => {
  const { locate, path } = site(source)
  expect(locate([...path, 'DefaultCacheBehavior', 'ViewerProtocolPolicy'])).toEqual({ line: 37, column: 5 })
})

test('a reference to nothing is told with its place', () => {
  const { notes, locate } = site(source.replace('control.this.id', 'control.that.id'))
  const note = notes.find(({ rule }) => rule === 'import/unresolved-reference')
  expect(note?.message).toContain('aws_cloudfront_origin_access_control.that')
  expect(locate(note?.path ?? [])).toEqual({ line: 29, column: 32 })
})

test.each([
  ['an open block', 'resource "aws_cloudfront_distribution" "a" {\n  enabled = true\n', 3],
  ['an open text', 'resource "aws_cloudfront_distribution" "a" {\n  comment = "x\n}\n', 2],
  [
    'a repeated name',
    'resource "aws_cloudfront_distribution" "a" {\n  enabled = true\n  enabled = false\n}\n',
    3,
  ],
  ['a missing value', 'resource "aws_cloudfront_distribution" "a" {\n  enabled =\n}\n', 2],
])('%s is one problem with its line', (_, text, line) => {
  const result = readSource(text)
  expect(result.ok ? [] : result.error.map(({ position }) => position?.line)).toEqual([line])
})

test('the output of terraform show -json is read as exactly as a plan says it', () => {
  const values = {
    enabled: true,
    comment: null,
    aliases: [],
    origin: [
      { origin_id: 'web', domain_name: 'web.example.org', custom_origin_config: [], s3_origin_config: [] },
    ],
    default_cache_behavior: [
      { target_origin_id: 'web', cache_policy_id: 'abc', min_ttl: 0, allowed_methods: ['GET', 'HEAD'] },
    ],
  }
  const resource = { mode: 'managed', type: 'aws_cloudfront_distribution', name: 'site', values }
  for (const whole of [
    { values: { root_module: { child_modules: [{ resources: [resource] }] } } },
    { planned_values: { root_module: { resources: [resource] } } },
  ]) {
    const { config } = site(JSON.stringify(whole, null, 2))
    expect(config).toEqual({
      Enabled: true,
      Origins: [
        {
          key: 'web',
          Id: 'web',
          DomainName: 'web.example.org',
          S3OriginConfig: { OriginAccessIdentity: '' },
        },
      ],
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        CachePolicyId: 'abc',
        AllowedMethods: { Items: ['GET', 'HEAD'] },
      },
    })
  }
})

test('what a plan knows only after it is applied is a reference, or an expression in its own words', () => {
  const plan = {
    planned_values: {
      root_module: {
        resources: [
          {
            address: 'aws_cloudfront_distribution.site',
            type: 'aws_cloudfront_distribution',
            name: 'site',
            values: {
              enabled: true,
              // A set: in another order than the configuration has.
              origin: [{ origin_id: 'web', domain_name: 'web.example.org' }, { origin_id: 'files' }],
              viewer_certificate: [{ ssl_support_method: 'sni-only' }],
            },
          },
          {
            address: 'aws_cloudfront_origin_access_control.this',
            type: 'aws_cloudfront_origin_access_control',
            name: 'this',
            values: { name: 'site' },
          },
        ],
      },
    },
    configuration: {
      root_module: {
        resources: [
          {
            address: 'aws_cloudfront_distribution.site',
            expressions: {
              origin: [
                {
                  origin_id: { constant_value: 'files' },
                  domain_name: {
                    references: ['aws_s3_bucket.files.bucket_regional_domain_name', 'aws_s3_bucket.files'],
                  },
                  origin_access_control_id: { references: ['aws_cloudfront_origin_access_control.this.id'] },
                },
                { origin_id: { constant_value: 'web' }, domain_name: { constant_value: 'web.example.org' } },
              ],
              viewer_certificate: [
                { acm_certificate_arn: { references: ['module.cert.arn', 'module.cert'] } },
              ],
            },
          },
        ],
      },
    },
  }
  const { config } = site(JSON.stringify(plan))
  expect(config.Origins?.[0]).not.toHaveProperty('OriginAccessControlId')
  expect(config.Origins?.[1]).toMatchObject({
    Id: 'files',
    DomainName: {
      unknown: 'aws_s3_bucket.files.bucket_regional_domain_name',
      like: 'files.s3.us-east-1.amazonaws.com',
    },
    OriginAccessControlId: { ref: 'this' },
  })
  expect(config.ViewerCertificate).toMatchObject({ ACMCertificateArn: { unknown: 'module.cert.arn' } })
})

test('an argument that the design has no place for is told and stays in the file', () => {
  const text = source.replace('enabled = true', 'enabled = true\n  brand_new = 1')
  const { notes, locate, document } = site(text)
  const note = notes.find(({ rule }) => rule === 'import/unknown-property')
  expect(note?.message).toContain('“brand_new”')
  expect(locate(note?.path ?? [])?.line).toBe(25)
  expect(writeFormat('terraform', document).text).toBe(text)
})
