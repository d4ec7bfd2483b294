import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'

const native = `variable "hosts" {
  type    = map(object({ host = string, port = optional(number, 443) }))
  default = { a = { host = "a.example.com" }, b = { host = "b.example.com", port = 8443 } }
}
variable "stage" {}
locals {
  name = "site-\${var.stage}"
}
resource "aws_cloudfront_cache_policy" "own" {
  name    = "own"
  min_ttl = 1
}
resource "aws_cloudfront_distribution" "site" {
  enabled = true
  comment = local.name
  aliases = [for key, one in var.hosts : "\${key}.example.org"]
  dynamic "origin" {
    for_each = var.hosts
    iterator = each_host
    content {
      origin_id   = each_host.key
      domain_name = each_host.value.host
      custom_origin_config {
        http_port              = 80
        https_port             = each_host.value.port
        origin_protocol_policy = "https-only"
        origin_ssl_protocols   = ["TLSv1.2"]
      }
    }
  }
  default_cache_behavior {
    target_origin_id       = "a"
    viewer_protocol_policy = "https-only"
    cache_policy_id        = aws_cloudfront_cache_policy.own.id
  }
}
`
const inJson = JSON.stringify(
  {
    '//': { metadata: { backend: 'local' } },
    variable: {
      hosts: {
        type: 'map(object({ host = string, port = optional(number, 443) }))',
        default: { a: { host: 'a.example.com' }, b: { host: 'b.example.com', port: 8443 } },
      },
      stage: {},
    },
    locals: { name: `site-\${var.stage}` },
    resource: {
      aws_cloudfront_cache_policy: { own: { name: 'own', min_ttl: 1 } },
      aws_cloudfront_distribution: {
        site: [
          {
            enabled: true,
            comment: `\${local.name}`,
            aliases: `\${[for key, one in var.hosts : "\${key}.example.org"]}`,
            dynamic: {
              origin: [
                {
                  for_each: `\${var.hosts}`,
                  iterator: 'each_host',
                  content: {
                    origin_id: `\${each_host.key}`,
                    domain_name: `\${each_host.value.host}`,
                    custom_origin_config: [
                      {
                        http_port: 80,
                        https_port: `\${each_host.value.port}`,
                        origin_protocol_policy: 'https-only',
                        origin_ssl_protocols: ['TLSv1.2'],
                      },
                    ],
                  },
                },
              ],
            },
            default_cache_behavior: {
              target_origin_id: 'a',
              viewer_protocol_policy: 'https-only',
              cache_policy_id: `\${aws_cloudfront_cache_policy.own.id}`,
            },
          },
        ],
      },
    },
  },
  null,
  2,
)
function opened(text: string) {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}
/** An expression is quoted in JSON, and stands for the same. */
const comparable = (resources: unknown): unknown =>
  JSON.parse(
    JSON.stringify(resources, (_, value) =>
      typeof value === 'object' && value !== null && 'unknown' in value ? 'unknown' : value,
    ),
  )

test('configuration in JSON says what the native syntax says', () => {
  expect(comparable(opened(inJson).document.resources)).toEqual(comparable(opened(native).document.resources))
  expect(opened(inJson).notes).toEqual([])
})

test('a part of it is found where it stands', () => {
  const { document, locate } = opened(inJson)
  const [site] = distributionsIn(document)
  const position = site && locate([...site.path, 'DefaultCacheBehavior', 'TargetOriginId'])
  expect(inJson.split('\n')[(position?.line ?? 0) - 1]).toContain('"target_origin_id"')
})

test('it is saved as the same bytes, and edited in the native syntax', () => {
  const { document, format } = opened(inJson)
  expect(writeFormat(format.id, document).text).toBe(inJson)
  const edited = applyEdit(document, setAt(['resources', 'site', 'config', 'Enabled'], false))
  expect(writeFormat(format.id, edited).text).toMatch(/^\s*enabled\s*= false$/m)
})

test('a text that is no expression is told with what is wrong', () => {
  const broken = inJson.replace(`\${local.name}`, `\${local.}`)
  expect(readSource(broken)).toMatchObject({ ok: false, error: [{ message: /A name is missing/ }] })
})
