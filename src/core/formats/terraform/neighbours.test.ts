/** What stands around a distribution, and CloudFormation's expressions, as Terraform says them. */
import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { parseHcl } from './hcl-parser.ts'

function written(resources: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const read = readSource(JSON.stringify({ ...more, Resources: resources }))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const { text, losses } = writeFormat('terraform', read.value.document)
  expect(() => parseHcl(text)).not.toThrow()
  return { text, lost: losses.map(({ path, message }) => `${path.join('/')}: ${message}`) }
}
const site = (origin: unknown, more = {}) => ({
  Type: 'AWS::CloudFront::Distribution',
  Properties: {
    DistributionConfig: {
      Enabled: true,
      DefaultCacheBehavior: { TargetOriginId: 'o', ViewerProtocolPolicy: 'https-only', CachePolicyId: 'p' },
      Origins: [origin],
      ...more,
    },
  },
})
const bucketOrigin = {
  Id: 'o',
  DomainName: { 'Fn::GetAtt': ['Assets', 'RegionalDomainName'] },
  OriginAccessControlId: { 'Fn::GetAtt': ['Oac', 'Id'] },
  S3OriginConfig: {},
}
const oac = {
  Type: 'AWS::CloudFront::OriginAccessControl',
  Properties: {
    OriginAccessControlConfig: {
      Name: { 'Fn::Sub': `\${AWS::StackName}-\${Stage}-oac` },
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    },
  },
}

test('a bucket is a resource, and what lets the distribution read it is another', () => {
  const { text, lost } = written({ Site: site(bucketOrigin), Assets: { Type: 'AWS::S3::Bucket' }, Oac: oac })
  expect(lost).toEqual([])
  expect(text).toContain('resource "aws_s3_bucket" "assets" {}')
  expect(text).toContain('= aws_s3_bucket.assets.bucket_regional_domain_name')
  expect(text).toContain(
    'resource "aws_s3_bucket_policy" "assets_read_policy" {\n  bucket = aws_s3_bucket.assets.id',
  )
  expect(text).toContain('policy = jsonencode({\n    Version = "2012-10-17"\n')
  expect(text).toContain(`Resource = "\${aws_s3_bucket.assets.arn}/*"`)
  expect(text).toContain(`distribution/\${aws_cloudfront_distribution.site.id}"`)
  expect(text).toContain('data "aws_partition" "current" {}')
})

test('an expression is an interpolation, and each parameter one variable', () => {
  const { text } = written(
    {
      Site: site(bucketOrigin, { Comment: { Ref: 'Stage' } }),
      Assets: { Type: 'AWS::S3::Bucket' },
      Oac: oac,
    },
    { Parameters: { Stage: { Type: 'String' } } },
  )
  expect(text).toContain(`"\${var.stack_name}-\${var.stage}-oac"`)
  expect(text).toMatch(/comment\s+= var\.stage\n/)
  expect(text.match(/^variable "stage" /gm)).toHaveLength(1)
})

test('one expression that Terraform cannot say is one variable', () => {
  const id = { 'Fn::ImportValue': 'the-origin' }
  const { text } = written({
    Site: site(
      { Id: id, DomainName: 'a.example.com', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } },
      {
        DefaultCacheBehavior: { TargetOriginId: id, ViewerProtocolPolicy: 'https-only', CachePolicyId: 'p' },
      },
    ),
  })
  expect(text.match(/^variable /gm)).toHaveLength(1)
})

test('a bucket policy of the design is written as it is, and what a bucket has beside its name is told', () => {
  const { text, lost } = written({
    Site: site(bucketOrigin),
    Oac: oac,
    Assets: {
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'Retain',
      Properties: {
        BucketName: 'the-assets',
        Tags: [{ Key: 'team', Value: 'web' }],
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: { BlockPublicAcls: true },
      },
    },
    Policy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'Assets' },
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'cloudfront.amazonaws.com' },
              Action: ['s3:GetObject'],
              Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Assets', 'Arn'] }, '/*']] },
            },
          ],
        },
      },
    },
  })
  expect(text).toMatch(/bucket = "the-assets"\n\n {2}tags = \{\n {4}team = "web"\n/)
  expect(text.match(/aws_s3_bucket_policy/g)).toHaveLength(1)
  expect(text).toContain('Action   = ["s3:GetObject"]\n')
  expect(text).toContain('resource "aws_s3_bucket_public_access_block" "assets"')
  expect(lost).toEqual([
    'resources/Assets/config/VersioningConfiguration: “VersioningConfiguration” is not written to Terraform, whose “aws_s3_bucket” does not have it.',
    expect.stringContaining('resources/Assets/deletionPolicy: Terraform has no DeletionPolicy'),
  ])
})

test('a function URL has its host and the permissions that CloudFront needs', () => {
  const { text } = written({
    Site: site({
      Id: 'o',
      DomainName: { 'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Url', 'FunctionUrl'] }] }] },
      OriginAccessControlId: { 'Fn::GetAtt': ['Oac', 'Id'] },
      CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
    }),
    Oac: oac,
    Url: {
      Type: 'AWS::Lambda::Url',
      Properties: {
        AuthType: 'AWS_IAM',
        TargetFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:api',
      },
    },
  })
  expect(text.match(/resource "aws_lambda_permission"/g)).toHaveLength(2)
  expect(text).toMatch(/action\s+= "lambda:InvokeFunctionUrl"\n/)
  expect(text).toMatch(/principal\s+= "cloudfront\.amazonaws\.com"\n/)
})

test('the version that a configuration asks for is the one that has all of it', () => {
  const origin = {
    Id: 'o',
    DomainName: 'a.example.com',
    CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
  }
  expect(written({ Site: site(origin) }).text).toContain('version = ">= 6.0"')
  expect(written({ Site: site({ ...origin, ResponseCompletionTimeout: 30 }) }).text).toContain(
    'version = ">= 6.25"',
  )
  expect(written({ Site: site(origin, { AnycastIpListId: 'a' }) }).text).toContain('version = ">= 6.25"')
})

test('what the provider lacks of a bucket origin is told, though the rest of it says nothing', () => {
  const origin = {
    Id: 'o',
    DomainName: 'b.s3.amazonaws.com',
    S3OriginConfig: { OriginAccessIdentity: '', OriginReadTimeout: 90 },
  }
  expect(written({ Site: site(origin) }).lost).toEqual([
    expect.stringContaining('has no place here for “OriginReadTimeout”'),
  ])
})
