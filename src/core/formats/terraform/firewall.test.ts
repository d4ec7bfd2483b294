import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'

const site = `
resource "aws_cloudfront_distribution" "site" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.main.arn
  origin {
    domain_name = "app.example.com"
    origin_id   = "app"
  }
  default_cache_behavior {
    target_origin_id       = "app"
    viewer_protocol_policy = "allow-all"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  }
}
`
const blocks = `
resource "aws_wafv2_ip_set" "office" {
  name               = "office"
  scope              = "CLOUDFRONT"
  ip_address_version = "IPV4"
  addresses          = ["203.0.113.0/24"]
}
resource "aws_wafv2_regex_pattern_set" "bots" {
  name  = "bots"
  scope = "CLOUDFRONT"
  regular_expression {
    regex_string = "^curl/"
  }
}
variable "blocked" {
  default = ["RU", "KP"]
}
resource "aws_wafv2_web_acl" "main" {
  name  = "main"
  scope = "CLOUDFRONT"
  default_action {
    allow {}
  }
  custom_response_body {
    key          = "no"
    content      = "not here"
    content_type = "TEXT_PLAIN"
  }
  rule {
    name     = "geo"
    priority = 1
    action {
      block {
        custom_response {
          response_code            = 451
          custom_response_body_key = "no"
        }
      }
    }
    statement {
      and_statement {
        statement {
          geo_match_statement {
            country_codes = var.blocked
          }
        }
        statement {
          not_statement {
            statement {
              ip_set_reference_statement {
                arn = aws_wafv2_ip_set.office.arn
              }
            }
          }
        }
      }
    }
  }
  rule {
    name     = "bots"
    priority = 2
    action {
      block {}
    }
    statement {
      regex_pattern_set_reference_statement {
        arn = aws_wafv2_regex_pattern_set.bots.arn
        field_to_match {
          single_header {
            name = "user-agent"
          }
        }
        text_transformation {
          priority = 0
          type     = "NONE"
        }
      }
    }
  }
  dynamic "rule" {
    for_each = ["/admin", "/wp-login"]
    content {
      name     = "p\${rule.key}"
      priority = 10 + rule.key
      action {
        block {}
      }
      statement {
        byte_match_statement {
          search_string         = rule.value
          positional_constraint = "STARTS_WITH"
          field_to_match {
            uri_path {}
          }
          text_transformation {
            priority = 0
            type     = "LOWERCASE"
          }
        }
      }
    }
  }
}
`

const read = (text: string) => {
  const result = readSource(text)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.document
}
const simulate = (text: string) =>
  createSimulation({
    document: read(text),
    origins: { app: [{ response: { status: 200, body: 'ok' } }] },
  })

test('a web ACL of the module is played: sets, countries, nesting, dynamic rules and bodies', async () => {
  const simulation = simulate(site + blocks)
  const ask = async (url: string, country: string, ip: string, agent = 'x') =>
    (await simulation.request({ url, headers: { 'User-Agent': agent }, viewer: { country, ip } })).status
  expect([
    await ask('/', 'RU', '198.51.100.1'),
    await ask('/', 'RU', '203.0.113.7'),
    await ask('/', 'DE', '198.51.100.1', 'curl/8'),
    await ask('/ADMIN', 'DE', '198.51.100.1'),
    await ask('/wp-login.php', 'DE', '198.51.100.1'),
    await ask('/page', 'DE', '198.51.100.1'),
  ]).toEqual([451, 200, 403, 403, 403, 200])
})

test('rules in JSON are the rules', async () => {
  const rules = `[{ Name = "all", Priority = 0, Action = { Block = {} }, Statement = { GeoMatchStatement = { CountryCodes = ["DE"] } } }]`
  const acl = `resource "aws_wafv2_web_acl" "main" {\n name = "main"\n default_action {\n allow {}\n }\n rule_json = jsonencode(${rules})\n}`
  const simulation = simulate(site + acl)
  expect((await simulation.request({ url: '/', viewer: { country: 'DE' } })).status).toBe(403)
  expect((await simulation.request({ url: '/', viewer: { country: 'FR' } })).status).toBe(200)
})

test('a plan in JSON brings its web ACL along', async () => {
  const acl = {
    address: 'aws_wafv2_web_acl.main',
    mode: 'managed',
    type: 'aws_wafv2_web_acl',
    name: 'main',
    values: {
      name: 'main',
      default_action: [{ allow: [], block: [{ custom_response: [] }] }],
      rule: [],
    },
  }
  const distribution = {
    address: 'aws_cloudfront_distribution.site',
    mode: 'managed',
    type: 'aws_cloudfront_distribution',
    name: 'site',
    values: {
      enabled: true,
      origin: [{ origin_id: 'app', domain_name: 'app.example.com' }],
      default_cache_behavior: [
        {
          target_origin_id: 'app',
          viewer_protocol_policy: 'allow-all',
          cache_policy_id: '658327ea-f89d-4fab-a63d-7e88639e58f6',
        },
      ],
    },
  }
  const plan = {
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: { root_module: { resources: [acl, distribution] } },
    configuration: {
      root_module: {
        resources: [
          {
            address: 'aws_cloudfront_distribution.site',
            mode: 'managed',
            type: 'aws_cloudfront_distribution',
            name: 'site',
            expressions: {
              web_acl_id: { references: ['aws_wafv2_web_acl.main.arn', 'aws_wafv2_web_acl.main'] },
            },
          },
        ],
      },
    },
  }
  expect((await simulate(JSON.stringify(plan)).request({ url: '/' })).status).toBe(403)
})

test('the file is saved as it was, and CloudFormation gets the web ACL with its sets', () => {
  const document = read(site + blocks)
  expect(writeFormat('terraform', document).text).toBe(site + blocks)
  const { text } = writeFormat('cloudformation-yaml', document)
  expect(text).toContain('AWS::WAFv2::WebACL')
  expect(text).toContain('!GetAtt office.Arn')
})
