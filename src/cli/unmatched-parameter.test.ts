import { expect, test } from 'vitest'
import { readingOf } from './source.ts'

const template = `Parameters:
  Host: { Type: String, Default: a.example.com }
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: o, DomainName: !Ref Host, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]
        DefaultCacheBehavior: { TargetOriginId: o, ViewerProtocolPolicy: https-only }
`
const terraform = `resource "aws_cloudfront_distribution" "site" {
  comment = "\${var.comment} \${var.comment}"
}
variable "host" {}
`
const config = '{"DistributionConfig":{"Origins":{"Quantity":0},"Comment":"","Enabled":true}}'
const reasonOf = (text: string, parameters: Record<string, string>) => {
  const read = readingOf('source', text, parameters)
  return read.ok ? undefined : read.error.problems[0]?.message
}

test.each([
  [template, 'Host', 'AWS::Region'],
  [terraform, 'comment', 'host'],
])('a value is given for what the source has', (text, ...names) => {
  for (const name of names) expect(reasonOf(text, { [name]: 'x' })).toBeUndefined()
})

test.each([
  [template, 'it has “Host”'],
  [terraform, 'it has “comment”, “host”'],
  [config, 'it has none'],
])('a value for what the source has not is refused, with the names that there are', (text, reason) => {
  expect(reasonOf(text, { Hots: 'x' })).toBe(
    `--param Hots: there is no parameter of that name here; ${reason}.`,
  )
})
