import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import type { DesignDocument, Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { rules } from '#core/rules/index.ts'

const texts = import.meta.glob<string>('/src/core/rules/*/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const examples = import.meta.glob<{ examples: RuleExamples }>('/src/core/rules/*/*.examples.ts', {
  eager: true,
})
/** The rules of what no two resources may share. */
const own = rules.filter(({ id }) =>
  /\b(?:repeatedTogether|defineNameRule)\(/.test(texts[`/src/core/rules/${id}.ts`] ?? ''),
)
const cases = own.flatMap((rule) =>
  Object.entries(examples[`/src/core/rules/${rule.id}.examples.ts`]?.examples.invalid ?? {}).map(
    ([name, example]) => [rule.id, name, rule, 'document' in example ? example.document : example] as const,
  ),
)

const under = (document: DesignDocument, condition: (id: string) => string): DesignDocument => ({
  ...document,
  resources: Object.fromEntries(
    Object.entries(document.resources).map(([id, one]) => [
      id,
      { ...one, madeIf: condition(id) } as Resource,
    ]),
  ),
})

test('names, subscriptions and policies are among them', () => {
  expect(own.length).toBeGreaterThan(10)
})

test.each(cases)(
  '%s, %s: two that stand under conditions of their own may never meet',
  (_, __, rule, document) => {
    expect([...rule.check({ document: under(document, (id) => id) })]).toEqual([])
    expect([...rule.check({ document: under(document, () => 'IsProd') })]).toHaveLength(
      [...rule.check({ document })].length,
    )
  },
)

const template = (a: string, b: string) => `Parameters: { Stage: { Type: String } }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsTest: !Not [!Condition IsProd]
Resources:
  A: { Type: AWS::CloudFront::Function, ${a}Properties: { Name: edge, FunctionCode: x, FunctionConfig: { Comment: '', Runtime: cloudfront-js-2.0 } } }
  B: { Type: AWS::CloudFront::Function, ${b}Properties: { Name: edge, FunctionCode: x, FunctionConfig: { Comment: '', Runtime: cloudfront-js-2.0 } } }
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: o, DomainName: o.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]
        DefaultCacheBehavior: { TargetOriginId: o, ViewerProtocolPolicy: https-only }
`
const module = (a: string, b: string) => `variable "stage" { type = string }
resource "aws_cloudfront_function" "a" {
  ${a}
  name    = "edge"
  runtime = "cloudfront-js-2.0"
  code    = "x"
}
resource "aws_cloudfront_function" "b" {
  ${b}
  name    = "edge"
  runtime = "cloudfront-js-2.0"
  code    = "x"
}
resource "aws_cloudfront_distribution" "site" {
  enabled = true
  origin {
    origin_id   = "o"
    domain_name = "o.example.org"
  }
  default_cache_behavior {
    target_origin_id       = "o"
    viewer_protocol_policy = "https-only"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
  }
  restrictions {
    geo_restriction { restriction_type = "none" }
  }
  viewer_certificate { cloudfront_default_certificate = true }
}
`
const counted = (stage: string) => `count = var.stage ${stage} "prod" ? 1 : 0`
const together = [
  ['one condition', template('Condition: IsProd, ', 'Condition: IsProd, '), 1],
  ['two conditions', template('Condition: IsProd, ', 'Condition: IsTest, '), 0],
  ['one without a condition', template('', 'Condition: IsTest, '), 1],
  ['one count', module(counted('=='), counted('==')), 1],
  ['two counts', module(counted('=='), counted('!=')), 0],
  ['one without a count', module('', counted('!=')), 1],
] as const

test.each(together)('%s of two resources of one name, as it is written', (_, text, count) => {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const found = own
    .filter(({ id }) => id === 'function/name-unique')
    .flatMap((rule) => [...rule.check({ document: read.value.document })])
  expect(found).toHaveLength(count)
})

test('a condition that another format has no place for is told as lost', () => {
  const read = readSource(template('Condition: IsProd, ', 'Condition: IsTest, '))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const { document } = read.value
  for (const id of ['terraform', 'cdk'])
    expect(writeFormat(id, document).losses.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        '“A” is made only where “IsProd” says so; without that condition it is always made.',
        '“B” is made only where “IsTest” says so; without that condition it is always made.',
      ]),
    )
  expect(writeFormat('cloudformation-yaml', document).losses).toEqual([])
})
