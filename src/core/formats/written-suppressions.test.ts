import { expect, test } from 'vitest'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { readSource } from './index.ts'

const template = (extra: { metadata?: string; before?: string; after?: string; checkov?: string }) => `
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
${extra.metadata ?? ''}
    Properties:
${extra.checkov ?? ''}
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: web
            DomainName: www.example.com
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
        DefaultCacheBehavior:
          TargetOriginId: web
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
${extra.before ?? ''}
          ViewerProtocolPolicy: allow-all${extra.after ?? ''}
`
function ids(text: string): string[] {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return findProblems(rules, { document: read.value.document }).map(({ rule }) => rule.id)
}
const told = 'behavior/viewer-http-allowed'

test('nothing is accepted where nothing says so', () => {
  expect(ids(template({}))).toEqual(expect.arrayContaining([told, 'security/no-waf']))
})

test.each([
  ['on the line', { after: ` # frontage-ignore ${told}: an internal tool` }],
  ['on the line before', { before: `          # frontage-ignore ${told}: an internal tool` }],
  [
    'in Metadata',
    { metadata: `    Metadata: { frontage: { ignore: [{ rule: ${told}, reason: an internal tool }] } }` },
  ],
])('a problem is accepted %s, with its reason', (_, extra) => {
  const found = ids(template(extra))
  expect(found).not.toContain(told)
  expect(found).toContain('security/no-waf')
  expect(found).not.toContain('design/unused-suppression')
  const read = readSource(template(extra))
  expect(read.ok && read.value.document.suppressions).toMatchObject([
    { rule: told, reason: 'an internal tool' },
  ])
})

test('what is ignored for cfn-lint or Checkov is accepted here too, and not missed where we find nothing', () => {
  const metadata = '    Metadata: { cfn-lint: { config: { ignore_checks: [E3055] } } }'
  expect(ids(template({ metadata }))).not.toContain('design/unused-suppression')
  const checkov = '      # checkov:skip=CKV_AWS_68:a firewall stands in front'
  expect(ids(template({ checkov }))).not.toContain('security/no-waf')
})

test('a comment that accepts what is not there is told of', () => {
  const after = ' # frontage-ignore behavior/unknown-orp: once'
  expect(ids(template({ after }))).toContain('design/unused-suppression')
})

test('Terraform takes the comment too', () => {
  const hcl = `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  origin {
    origin_id   = "web"
    domain_name = "www.example.com"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id = "web"
    cache_policy_id  = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    allowed_methods  = ["GET", "HEAD"]
    cached_methods   = ["GET", "HEAD"]
    # frontage-ignore ${told}: an internal tool
    viewer_protocol_policy = "allow-all"
  }
  restrictions {
    geo_restriction { restriction_type = "none" }
  }
  viewer_certificate { cloudfront_default_certificate = true }
}
`
  expect(ids(hcl.replace(/ *# frontage.*\n/, ''))).toContain(told)
  expect(ids(hcl)).not.toContain(told)
})
