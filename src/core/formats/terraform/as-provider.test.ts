import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'

function config(inside: string) {
  const text = `variable "custom" {}
variable "cert" {}
resource "aws_cloudfront_distribution" "site" {
${inside}
}
`
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return distributionsIn(read.value.document)[0]?.config
}
const certificate = (inside: string) =>
  config(`  viewer_certificate {\n${inside}\n  }`)?.ViewerCertificate as Record<string, unknown>

const acm = 'arn:aws:acm:us-east-1:111122223333:certificate/1'

test('the provider sends one certificate, and a method only with one of ACM or IAM', () => {
  expect(
    certificate('cloudfront_default_certificate = true\nacm_certificate_arn = ""\nssl_support_method = ""'),
  ).toEqual({ CloudFrontDefaultCertificate: true })
  expect(
    certificate(
      `cloudfront_default_certificate = true\nacm_certificate_arn = "${acm}"\nssl_support_method = "sni-only"`,
    ),
  ).toEqual({ ACMCertificateArn: acm, SSLSupportMethod: 'sni-only' })
  expect(certificate(`iam_certificate_id = "ASCA1"\nacm_certificate_arn = "${acm}"`)).toEqual({
    IAMCertificateId: 'ASCA1',
  })
})

test('certificates of which a run takes one stay beside each other', () => {
  const said = certificate(
    `cloudfront_default_certificate = !var.custom
acm_certificate_arn = var.custom ? var.cert : ""
ssl_support_method  = var.custom ? "sni-only" : ""`,
  )
  expect(Object.keys(said)).toEqual(['CloudFrontDefaultCertificate', 'ACMCertificateArn', 'SSLSupportMethod'])
  expect(said['ACMCertificateArn']).toMatchObject({ mayBeAbsent: true })
})

test('a response code of 0 keeps the code of the error', () => {
  const found = config('  custom_error_response {\n    error_code = 404\n    response_code = 0\n  }')
  expect(found?.CustomErrorResponses).toMatchObject([{ ErrorCode: 404 }])
  expect(found?.CustomErrorResponses).not.toHaveProperty([0, 'ResponseCode'])
})
