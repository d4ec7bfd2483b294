import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'

const source = (certificate: string) => `variable "arn" {}
resource "aws_cloudfront_distribution" "site" {
  enabled = true
  origin {
    origin_id   = "web"
    domain_name = "a.example.com"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "web"
    viewer_protocol_policy = "https-only"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  }
  restrictions {
    geo_restriction { restriction_type = "none" }
  }
  viewer_certificate {
    ${certificate}
  }
}
`
function lostIn(certificate: string): string[] {
  const read = readSource(source(certificate))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return writeFormat('cloudformation-yaml', read.value.document).losses.map(({ message }) => message)
}

test('certificates between which a run decides are told, since a template may have one of them', () => {
  const either = `cloudfront_default_certificate = var.arn == "" ? true : false
    acm_certificate_arn = var.arn == "" ? null : var.arn`
  expect(lostIn(either)).toEqual([
    expect.stringContaining('“ACMCertificateArn” and “CloudFrontDefaultCertificate” exclude each other'),
  ])
  expect(lostIn('cloudfront_default_certificate = true')).toEqual([])
})
