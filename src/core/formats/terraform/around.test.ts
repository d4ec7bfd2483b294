/** What stands beside a distribution in Terraform is read in CloudFormation's words. */
import { expect, test } from 'vitest'
import { readFolder } from '#core/formats/folder.ts'
import { readSource, writeFormat } from '#core/formats/index.ts'

const site = (origin: string, more = '') => `
resource "aws_cloudfront_distribution" "site" {
  enabled = true
  ${more}
  origin {
    origin_id   = "o"
    domain_name = ${origin}
  }
  default_cache_behavior {
    target_origin_id       = "o"
    viewer_protocol_policy = "https-only"
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  }
}
`
const bucket = 'aws_s3_bucket.files.bucket_regional_domain_name'

function read(text: string) {
  const found = readSource(text)
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  return found.value.document
}
const configOf = (text: string, id: string) => read(text).resources[id]?.config

test('what Terraform keeps in resources of their own goes into the bucket', () => {
  const text = `${site(bucket)}
resource "aws_s3_bucket" "files" { bucket = "the-files" }
resource "aws_s3_bucket_acl" "files" {
  bucket = aws_s3_bucket.files.id
  acl    = "public-read"
}
resource "aws_s3_bucket_ownership_controls" "files" {
  bucket = "the-files"
  rule { object_ownership = "ObjectWriter" }
}`
  expect(configOf(text, 'files')).toEqual({
    BucketName: 'the-files',
    AccessControl: 'PublicRead',
    OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
  })
})

test('a policy that stands in the bucket is a policy beside it', () => {
  const text = `${site(bucket)}
resource "aws_s3_bucket" "files" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject" }] })
}`
  expect(configOf(text, 'files_policy')).toEqual({
    Bucket: { ref: 'files' },
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:GetObject' }] },
  })
})

test('a part of nobody knows which bucket may be of each', () => {
  const text = `${site(bucket)}
variable "name" {}
resource "aws_s3_bucket" "files" {}
resource "aws_s3_bucket_acl" "any" {
  bucket = var.name
  acl    = "public-read"
}`
  expect(configOf(text, 'files')).toMatchObject({ AccessControl: { mayBeAbsent: true } })
})

test.each([
  [
    'jsonencode',
    `jsonencode({ Statement = [{ Effect = "Allow", Resource = "\${aws_s3_bucket.files.arn}/*" }] })`,
  ],
  ['a text', `<<EOF\n{"Statement": [{"Effect": "Allow", "Resource": "\${aws_s3_bucket.files.arn}/*"}]}\nEOF`],
  ['a data source', 'data.aws_iam_policy_document.files.json'],
  ['a local', 'local.policy'],
])('a policy that %s writes is read', (_, policy) => {
  const text = `${site(bucket)}
resource "aws_s3_bucket" "files" {}
locals {
  policy = data.aws_iam_policy_document.files.json
}
data "aws_iam_policy_document" "files" {
  statement { resources = ["\${aws_s3_bucket.files.arn}/*"] }
}
resource "aws_s3_bucket_policy" "lets" {
  bucket = aws_s3_bucket.files.id
  policy = ${policy}
}`
  const config = configOf(text, 'lets') as { PolicyDocument: { Statement: { Resource: unknown }[] } }
  const [statement] = config.PolicyDocument.Statement
  expect([statement?.Resource].flat()).toMatchObject([{ refs: ['files'], like: 'arn:aws:s3:::files/*' }])
})

test('every range, list and group of a security group is a rule of its own', () => {
  const text = `${site('aws_lb.web.dns_name')}
data "aws_ec2_managed_prefix_list" "cloudfront" { name = "com.amazonaws.global.cloudfront.origin-facing" }
resource "aws_lb" "web" { security_groups = [aws_security_group.web.id] }
resource "aws_security_group" "web" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "192.0.2.0/24"]
  }
}
resource "aws_security_group_rule" "list" {
  type              = "ingress"
  security_group_id = aws_security_group.web.id
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  prefix_list_ids   = [data.aws_ec2_managed_prefix_list.cloudfront.id]
}`
  expect(configOf(text, 'web_security_group')).toMatchObject({
    SecurityGroupIngress: [
      { CidrIp: '10.0.0.0/8' },
      { CidrIp: '192.0.2.0/24' },
      { FromPort: 443, SourcePrefixListId: { unknown: 'data.aws_ec2_managed_prefix_list.cloudfront.id' } },
    ],
  })
})

test('a record has its whole name where its zone is known, and else none that is sure', () => {
  const record = (zone: string) => `${site(bucket)}
data "aws_route53_zone" "main" { name = "example.com" }
resource "aws_route53_record" "www" {
  zone_id = ${zone}
  name    = "www"
  type    = "A"
}`
  expect(configOf(record('data.aws_route53_zone.main.zone_id'), 'www')).toMatchObject({
    Name: 'www.example.com',
    HostedZoneName: 'example.com.',
  })
  expect(configOf(record('var.zone'), 'www')).toMatchObject({ Name: { unknown: 'www' } })
})

test('a certificate that is waited for is the certificate, in the region of its provider', () => {
  const certificate =
    'viewer_certificate { acm_certificate_arn = aws_acm_certificate_validation.ok.certificate_arn }'
  const text = `${site(bucket, certificate)}
provider "aws" { region = "eu-west-1" }
provider "aws" {
  alias  = "global"
  region = "us-east-1"
}
resource "aws_acm_certificate" "main" {
  provider    = aws.global
  domain_name = "www.example.com"
}
resource "aws_acm_certificate_validation" "ok" { certificate_arn = aws_acm_certificate.main.arn }`
  const { resources } = read(text)
  expect(resources['main']).toMatchObject({ region: 'us-east-1' })
  expect(resources['site']?.config).toMatchObject({
    ViewerCertificate: { ACMCertificateArn: { refs: ['main'] } },
  })
})

test('what a count leaves open may be absent, and what it refuses is not there', () => {
  const counted = (count: string) => `${site(bucket)}
variable "on" {}
resource "aws_s3_bucket" "files" { count = ${count} }`
  expect(read(counted('var.on')).resources['files']).toMatchObject({ mayBeAbsent: true })
  expect(read(counted('0')).resources['files']).toBeUndefined()
})

test('a state has the same neighbors', () => {
  const resource = (type: string, name: string, values: object) => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    values,
  })
  const text = JSON.stringify({
    format_version: '1.0',
    values: {
      root_module: {
        resources: [
          resource('aws_cloudfront_distribution', 'site', { enabled: true, origin: [] }),
          resource('aws_s3_bucket', 'files', { bucket: 'the-files' }),
          resource('aws_s3_bucket_acl', 'files', { bucket: 'the-files', acl: 'private' }),
          resource('aws_s3_bucket_policy', 'lets', { bucket: 'the-files', policy: '{"Statement":[]}' }),
        ],
      },
    },
  })
  const { resources } = read(text)
  expect(resources['files']?.config).toEqual({ BucketName: 'the-files', AccessControl: 'Private' })
  expect(resources['lets']?.config).toEqual({ Bucket: 'the-files', PolicyDocument: { Statement: [] } })
})

test('a neighbor stays in its own text, and another format is told so', () => {
  const document = read(`${site(bucket)}\nresource "aws_s3_bucket" "files" {}\n`)
  const { text, losses } = writeFormat('cloudformation-yaml', document)
  expect(text).not.toContain('AWS::S3::Bucket\n')
  expect(losses.map(({ message }) => message)).toContain(
    '“files” (AWS::S3::Bucket) stays in the text that it came from.',
  )
})

test('a module without others is whole, and one of its files is not', () => {
  const files = new Map([
    ['main.tf', site(bucket)],
    ['files.tf', 'resource "aws_s3_bucket" "files" {}\n'],
  ])
  const wholeOf = (more: readonly (readonly [string, string])[]) =>
    readFolder(new Map([...files, ...more])).map(({ read }) => read.ok && read.value.document.source?.isWhole)
  expect(wholeOf([])).toEqual([true])
  expect(wholeOf([['more.tf', 'module "policy" { source = "example/policy" }\n']])).toEqual([undefined])
  expect(read(site(bucket)).source?.isWhole).toBeUndefined()
})
