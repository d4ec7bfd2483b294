/** What an edit leaves alone in a file of Terraform, and how what is new is written. */
import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { applyEdit, type Edit, insertAt, moveItem, removeAt, setAt } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'

const source = `# Our site
locals {
  names = ["www.example.com"]
}

resource "aws_s3_bucket" "files" {
  bucket = "files"
}

resource "aws_cloudfront_distribution" "site" {
  enabled             = true # always
  comment             = "live"
  aliases             = concat(local.names, ["example.com"])
  wait_for_deployment = false

  tags = {
    Team = "web"
    Env  = var.env
  }

  origin {
    domain_name = aws_s3_bucket.files.bucket_regional_domain_name
    origin_id   = "files"
  }

  // the servers
  origin {
    origin_id   = "web"
    domain_name = "web.example.org"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  default_cache_behavior {
    target_origin_id       = "files"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods = [
      "GET", # read
      "HEAD",
    ]
    cached_methods  = ["GET", "HEAD"]
    cache_policy_id = aws_cloudfront_cache_policy.long.id
  }

  ordered_cache_behavior {
    path_pattern           = "/a/*"
    target_origin_id       = "web"
    viewer_protocol_policy = "https-only"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
  }

  # second
  ordered_cache_behavior {
    path_pattern           = "/b/*"
    target_origin_id       = "web"
    viewer_protocol_policy = "https-only"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
  }

  restrictions {
    geo_restriction { restriction_type = "none" }
  }

  viewer_certificate { cloudfront_default_certificate = true }

  lifecycle { ignore_changes = [tags] }
}

resource "aws_cloudfront_cache_policy" "long" {
  name    = "long"
  min_ttl = var.least
  parameters_in_cache_key_and_forwarded_to_origin {
    headers_config { header_behavior = "none" }
    cookies_config { cookie_behavior = "none" }
    query_strings_config { query_string_behavior = "none" }
  }
}

variable "env" {}
variable "least" { type = number }
`

function open(text: string) {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const [site] = distributionsIn(read.value.document)
  if (!site) throw new Error('There is no distribution.')
  return { ...read.value, site: site.path }
}
function after(edit: (site: Path) => Edit, text = source): string {
  const { document, site } = open(text)
  const edited = applyEdit(document, edit(site))
  const written = writeFormat('terraform', edited).text
  expect(withoutKeys(open(written).document.resources)).toEqual(withoutKeys(edited.resources))
  return written
}
const withoutKeys = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, child) => (name === 'key' ? undefined : child)))
/** The lines that went and came, in order. */
function changes(now: string): string[] {
  const [left, right] = [source.split('\n'), now.split('\n')]
  return [
    ...left.filter((line) => !right.includes(line)).map((line) => `- ${line.trim()}`),
    ...right.filter((line) => !left.includes(line)).map((line) => `+ ${line.trim()}`),
  ]
}

test('an unedited save is the same bytes, and nothing is lost', () => {
  expect(writeFormat('terraform', open(source).document)).toEqual({ text: source, losses: [] })
})

const edits: readonly (readonly [name: string, edit: (site: Path) => Edit, changed: readonly string[]])[] = [
  [
    'a text',
    (site) => setAt([...site, 'Comment'], 'new'),
    ['- comment             = "live"', '+ comment             = "new"'],
  ],
  [
    'a value with a comment behind it',
    (site) => setAt([...site, 'Enabled'], false),
    ['- enabled             = true # always', '+ enabled             = false # always'],
  ],
  [
    'a new field',
    (site) => setAt([...site, 'PriceClass'], 'PriceClass_100'),
    ['+ price_class         = "PriceClass_100"'],
  ],
  ['a removed field', (site) => removeAt([...site, 'Comment']), ['- comment             = "live"']],
  [
    'a field in a nested block',
    (site) => setAt([...site, 'Origins', 1, 'CustomOriginConfig', 'HTTPSPort'], 8443),
    ['- https_port             = 443', '+ https_port             = 8443'],
  ],
  [
    'a new field in a block',
    (site) => setAt([...site, 'Origins', 1, 'OriginPath'], '/v1'),
    ['+ origin_path = "/v1"'],
  ],
  [
    'an item of a list',
    (site) => setAt([...site, 'DefaultCacheBehavior', 'AllowedMethods', 'Items', 1], 'OPTIONS'),
    ['- "HEAD",', '+ "OPTIONS",'],
  ],
  [
    'one more item of a list',
    (site) => insertAt([...site, 'DefaultCacheBehavior', 'AllowedMethods', 'Items'], 2, 'OPTIONS', 'Add'),
    ['- "GET", # read', '+ "GET",', '+ "OPTIONS",'],
  ],
  [
    'a list that an expression gave',
    (site) => setAt([...site, 'Aliases'], ['example.com']),
    [
      '- aliases             = concat(local.names, ["example.com"])',
      '+ aliases             = ["example.com"]',
    ],
  ],
  [
    'a tag',
    (site) => setAt([...site.slice(0, 2), 'tags', 0, 'Value'], 'ops'),
    ['- Team = "web"', '+ Team = "ops"'],
  ],
  [
    'a new tag',
    (site) => insertAt([...site.slice(0, 2), 'tags'], 2, { Key: 'Cost', Value: '1' }, 'Add'),
    ['+ Cost = "1"'],
  ],
  [
    'another resource',
    () => setAt(['resources', 'long', 'config', 'Name'], 'longer'),
    ['- name    = "long"', '+ name    = "longer"'],
  ],
  [
    'a block on one line',
    (site) =>
      setAt([...site, 'Restrictions', 'GeoRestriction'], { RestrictionType: 'whitelist', Items: ['DE'] }),
    [
      '- geo_restriction { restriction_type = "none" }',
      '+ geo_restriction {',
      '+ restriction_type = "whitelist"',
      '+ locations        = ["DE"]',
    ],
  ],
]

test.each(edits)('%s: only its lines change', (_, edit, changed) => {
  expect(changes(after(edit))).toEqual(changed)
})

test('a moved behavior takes its comment along', () => {
  const text = after((site) => moveItem([...site, 'CacheBehaviors'], 1, 0, 'Move'))
  expect(changes(text)).toEqual([])
  expect(text).toMatch(
    /# second\n {2}ordered_cache_behavior \{\n {4}path_pattern +.*"\/b\/\*"[^}]*\}\n\n {2}ordered.*\n.*"\/a\/\*"/,
  )
})

test('a removed behavior goes with its comment and one blank line', () => {
  const text = after((site) => removeAt([...site, 'CacheBehaviors', 1]))
  expect(text).toContain('cached_methods         = ["GET", "HEAD"]\n  }\n\n  restrictions {')
  expect(text).not.toContain('# second')
})

test('a new behavior stands behind the others of its kind', () => {
  const added = {
    key: '/c/*',
    PathPattern: '/c/*',
    TargetOriginId: 'web',
    ViewerProtocolPolicy: 'https-only',
    AllowedMethods: { Items: ['GET', 'HEAD'], CachedMethods: ['GET', 'HEAD'] },
  }
  const text = after((site) => insertAt([...site, 'CacheBehaviors'], 2, added, 'Add'))
  expect(text).toContain(`    cached_methods         = ["GET", "HEAD"]
  }

  ordered_cache_behavior {
    path_pattern           = "/c/*"
    target_origin_id       = "web"
    viewer_protocol_policy = "https-only"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
  }

  restrictions {`)
})

test('the first block of a kind stands at the end of its block', () => {
  const text = after((site) =>
    setAt([...site, 'Origins', 0, 'OriginShield'], { Enabled: true, OriginShieldRegion: 'us-east-1' }),
  )
  expect(text).toContain(`    origin_id   = "files"

    origin_shield {
      enabled              = true
      origin_shield_region = "us-east-1"
    }
  }
`)
})

test('a new resource is appended and referred to by its name', () => {
  const { document, site } = open(source)
  const policy = { type: 'OriginAccessControl', config: { Name: 'x', SigningBehavior: 'always' } }
  const edited = applyEdit(
    applyEdit(document, setAt(['resources', 'Access'], policy)),
    setAt([...site, 'Origins', 0, 'OriginAccessControlId'], { ref: 'Access' }),
  )
  const { text } = writeFormat('terraform', edited)
  expect(changes(text)).toContain(
    '+ origin_access_control_id = aws_cloudfront_origin_access_control.access.id',
  )
  expect(
    text.endsWith(
      '\n\nresource "aws_cloudfront_origin_access_control" "access" {\n  name             = "x"\n  signing_behavior = "always"\n}\n',
    ),
  ).toBe(true)
})

test('a removed resource goes, and the rest of the file stays', () => {
  const { document } = open(source)
  const { text } = writeFormat('terraform', applyEdit(document, removeAt(['resources', 'long'])))
  expect(text).not.toContain('resource "aws_cloudfront_cache_policy"')
  expect(text).toContain('wait_for_deployment = false')
  expect(text).toContain('resource "aws_s3_bucket" "files"')
})

test('line breaks of two characters stay so', () => {
  const text = after(
    (site) => setAt([...site, 'PriceClass'], 'PriceClass_100'),
    source.replaceAll('\n', '\r\n'),
  )
  expect(text).not.toMatch(/[^\r]\n/)
})
