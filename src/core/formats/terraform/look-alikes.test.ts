import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import { originKindOf } from '#core/origins/index.ts'

const file = (domain: string) => `resource "aws_cloudfront_distribution" "site" {
  enabled = true
  origin {
    domain_name = ${domain}
    origin_id   = "one"
  }
}
`

function kindOf(domain: string): string | undefined {
  const read = readSource(file(domain))
  const document = read.ok ? read.value.document : undefined
  const [site] = document ? distributionsIn(document) : []
  const [origin] = site ? originsOf(site) : []
  return document && origin ? originKindOf(document, origin.value)?.id : undefined
}

const bare = (expression: string) => `trimsuffix(replace(${expression}, "https://", ""), "/")`

test.each([
  ['aws_s3_bucket.b.bucket_regional_domain_name', 's3-bucket'],
  ['aws_s3_bucket.b.website_endpoint', 's3-website'],
  ['aws_s3_bucket_website_configuration.b.website_endpoint', 's3-website'],
  ['aws_lb.b.dns_name', 'load-balancer'],
  ['aws_elb.b.dns_name', 'load-balancer'],
  [bare('aws_lambda_function_url.b.function_url'), 'lambda-url'],
  [bare('aws_apigatewayv2_api.b.api_endpoint'), 'api-gateway'],
  [bare('aws_apigatewayv2_stage.b.invoke_url'), 'api-gateway'],
  [bare('aws_api_gateway_stage.b.invoke_url'), 'api-gateway'],
  ['split("/", aws_lambda_function_url.b.function_url)[2]', 'lambda-url'],
  ['element(split("/", aws_apigatewayv2_api.b.api_endpoint), 2)', 'api-gateway'],
])('%s is known for the kind of its host: %s', (domain, kind) => {
  expect(kindOf(domain)).toBe(kind)
})
