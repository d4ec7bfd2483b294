import { expect, test } from 'vitest'
import { distributionsIn } from '#core/model/distribution.ts'
import { readFolder } from './folder.ts'
import { writeFormat } from './index.ts'
import { filesNamedIn } from './terraform/module.ts'

const distribution = (inside: string) => `resource "aws_cloudfront_distribution" "site" {
  enabled = true
${inside}
  default_cache_behavior {
    target_origin_id       = "o"
    viewer_protocol_policy = "https-only"
  }
}
`
const folder = (files: Readonly<Record<string, string>>, parameters: Record<string, string> = {}) =>
  readFolder(new Map(Object.entries(files)), { parameters })
function only(files: Readonly<Record<string, string>>, parameters: Record<string, string> = {}) {
  const [part, ...others] = folder(files, parameters)
  if (!part?.read.ok || others.length > 0) throw new Error(JSON.stringify({ part, others }))
  const [site] = distributionsIn(part.read.value.document)
  if (!site) throw new Error('There is no distribution.')
  return { ...part, ...part.read.value, site }
}

const root = {
  'main.tf': distribution('  comment = local.name\n  aliases = var.names'),
  'names.tf': `locals {\n  name = "\${var.stage}-\${var.place}"\n}\n`,
  'variables.tf':
    'variable "stage" { default = "dev" }\nvariable "place" {\n  default = "x"\n}\nvariable "names" {}\n',
}

test('the files of a folder are one module', () => {
  const { site, from, notes } = only(root)
  expect(site.config.Comment).toBe('dev-x')
  expect(from).toEqual(['main.tf', 'names.tf', 'variables.tf'])
  expect(notes).toEqual([])
})

test('places are those of the files', () => {
  const { locate, site } = only(root)
  expect(locate([...site.path, 'Comment'])).toEqual({ file: 'main.tf', line: 3, column: 3 })
  const broken = folder({ ...root, 'names.tf': 'locals {\n  a = [\n}\n' })
  expect(broken[0]?.read).toMatchObject({ ok: false, error: [{ position: { file: 'names.tf', line: 3 } }] })
})

test('values come from terraform.tfvars, then the automatic files in their order, then the call', () => {
  const values = {
    ...root,
    'terraform.tfvars': 'stage = "a"\nplace = "a"\nnames = ["a.example.com"]\n',
    'z.auto.tfvars': 'stage = "z"\n',
    'b.auto.tfvars': 'stage = "b"\n',
    'prod.tfvars': 'stage = "prod"\n',
    'c.auto.tfvars.json': '{ "place": "json" }',
  }
  const { site, from } = only(values)
  expect(site.config).toMatchObject({ Comment: 'z-json', Aliases: ['a.example.com'] })
  expect(from.slice(3)).toEqual(['terraform.tfvars', 'b.auto.tfvars', 'c.auto.tfvars.json', 'z.auto.tfvars'])
  expect(only(values, { stage: 'given' }).site.config.Comment).toBe('given-json')
})

const module = {
  'main.tf': `module "cdn" {
  source  = "./modules/cdn"
  comment = "from outside"
  enabled = var.unknown
  hosts   = { a = "a.example.com" }
}
variable "unknown" {}
`,
  'modules/cdn/main.tf': `variable "comment" { default = "inside" }
variable "enabled" { default = true }
variable "hosts" { type = map(string) }
${distribution('  comment = var.comment\n  is_ipv6_enabled = var.enabled\n  aliases = values(var.hosts)')}`,
}

test('a local module is read with what it is given, and no default holds for what a run decides', () => {
  const { name, site } = only(module)
  expect(name).toBe('modules/cdn (module.cdn)')
  expect(site.config).toMatchObject({
    Comment: 'from outside',
    Aliases: ['a.example.com'],
    IsIPV6Enabled: { unknown: 'var.enabled' },
  })
})

test('each call of a module is a design of its own, and one that asks for none is not there', () => {
  const calls = `module "one" {
  source  = "./m"
  comment = "1"
}
module "two" {
  source  = "./m"
  comment = "2"
}
module "none" {
  count  = 0
  source = "./m"
}
`
  const parts = folder({
    'main.tf': calls,
    'm/main.tf': `variable "comment" {}\n${distribution('  comment = var.comment')}`,
  })
  expect(
    parts.map(({ name, read }) => [
      name,
      read.ok ? distributionsIn(read.value.document)[0]?.config.Comment : read,
    ]),
  ).toEqual([
    ['m (module.one)', '1'],
    ['m (module.two)', '2'],
  ])
})

test('modules that call each other come to an end', () => {
  const call = (to: string) => `module "x" { source = "${to}" }\n${distribution('')}`
  expect(folder({ 'a/main.tf': call('../b'), 'b/main.tf': call('../a') }).length).toBeLessThan(500)
})

const template = `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Comment: \${self:custom.comment}
        Enabled: true
`

test('a Serverless project’s parts are read with its variables', () => {
  const { site, from, notes } = only({
    'serverless.yml': `service: a\ncustom:\n  comment: from outside\nresources:\n  - \${file(resources/cdn.yml)}\n`,
    'resources/cdn.yml': template,
    'package.json': '{}',
  })
  expect(site.config.Comment).toBe('from outside')
  expect(from).toEqual(['resources/cdn.yml', 'serverless.yml'])
  expect(notes.map(({ rule }) => rule)).toEqual(['import/fragment'])
})

test('what the CDK and SAM leave in a folder are designs, each with its file', () => {
  const json = JSON.stringify({
    Resources: {
      Site: { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: { Enabled: true } } },
    },
  })
  const parts = folder({
    'cdk.out/Site.template.json': json,
    'cdk.out/manifest.json': '{ "version": "1" }',
    'cdk.out/tree.json': '{ "tree": { "aws:cdk:cloudformation:type": "AWS::CloudFront::Distribution" } }',
    'template.yaml': template.replace(/\$\{.*\}/, 'sam'),
    'broken.yaml': 'Resources:\n  A: [\n  Type: AWS::CloudFront::Distribution\n',
  })
  expect(parts.map(({ name, read }) => [name, read.ok])).toEqual([
    ['cdk.out/Site.template.json', true],
    ['template.yaml', true],
    ['broken.yaml', false],
  ])
})

test('a folder without a distribution has no designs', () => {
  expect(folder({ 'main.tf': 'resource "aws_s3_bucket" "b" {}\n', 'a.json': '{}' })).toEqual([])
})

test('a module that is called for each of several things is a design for each', () => {
  const parts = folder({
    'main.tf': `module "cdn" {
  for_each = { a = { host = "a.example.com" }, b = { host = aws_lb.b.dns_name } }
  source   = "./m"
  name     = each.key
  origin   = each.value
}
`,
    'm/main.tf': `variable "name" {}
variable "origin" { type = object({ host = string, port = optional(number, 443) }) }
${distribution(`  comment = "\${var.name}:\${var.origin.port}"
  origin {
    origin_id   = "o"
    domain_name = var.origin.host
  }`)}`,
  })
  const sites = parts.map(({ name, read }) => ({
    name,
    config: read.ok ? distributionsIn(read.value.document)[0]?.config : undefined,
  }))
  expect(sites).toMatchObject([
    {
      name: 'm (module.cdn["a"])',
      config: { Comment: 'a:443', Origins: [{ DomainName: 'a.example.com' }] },
    },
    {
      name: 'm (module.cdn["b"])',
      config: { Comment: 'b:443', Origins: [{ DomainName: { unknown: 'var.origin.host' } }] },
    },
  ])
})

test('what a called module is not given has its default, even where that is null', () => {
  const files = {
    'main.tf': 'module "cdn" {\n  source = "./m"\n  root = null\n}\n',
    'm/main.tf': `variable "comment" { default = null }
variable "root" { default = "index.html" }
${distribution('  comment = var.comment == null ? "none" : var.comment\n  default_root_object = var.root')}`,
  }
  const { site } = only(files)
  expect(site.config.Comment).toBe('none')
  expect(site.config.DefaultRootObject).toBeUndefined()
})

test('a module is saved as the same bytes, whatever it was given', () => {
  const { document, format } = only({
    'main.tf':
      'module "cdn" {\n  source = "./m"\n  root = null\n  names = [aws_lb.b.dns_name, "a.example.com"]\n}\n',
    'm/main.tf': `variable "root" { default = "index.html" }
variable "names" {}
${distribution('  aliases = var.names\n  default_root_object = var.root')}`,
  })
  expect(writeFormat(format.id, document).text).toBe(document.source?.text)
})

test('code that a configuration takes from a file beside it is known', () => {
  const files = {
    'main.tf': 'module "cdn" {\n  source = "./m"\n}\n',
    'm/main.tf': `resource "aws_cloudfront_function" "f" {
  name    = "f"
  runtime = "cloudfront-js-2.0"
  code    = file("\${path.module}/code/f.js")
}
${distribution('')}`,
    'm/code/f.js': 'function handler(event) { return event.request }',
  }
  expect(filesNamedIn(new Map(Object.entries(files)))).toEqual(['m/code/f.js'])
  expect(only(files).document.resources['f']?.config).toMatchObject({ FunctionCode: files['m/code/f.js'] })
})

test('an overriding file is told of, and folders that call one module are told apart', () => {
  const call = 'module "cdn" {\n  source = "../m"\n}\n'
  const parts = folder({
    'a/main.tf': call,
    'b/main.tf': call,
    'm/main.tf': distribution('  comment = "own"'),
    'm/main_override.tf': 'resource "aws_cloudfront_distribution" "site" {\n  comment = "over"\n}\n',
  })
  expect(parts.map(({ name }) => name)).toEqual(['m (a: module.cdn)', 'm (b: module.cdn)'])
  const [first] = parts
  expect(first?.read.ok && first.read.value.notes.map(({ rule }) => rule)).toEqual([
    'import/terraform-override',
  ])
})
