/** Every export is held against the provider's own schema: no argument that it lacks, none missing that it requires. */
import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import {
  requiredNames,
  type SchemaFields,
  schemaField,
  terraformSchema,
} from '#core/formats/schemas/schema.ts'
import { parseHcl } from './hcl-parser.ts'
import type { HclBody } from './hcl-syntax.ts'

const texts = import.meta.glob<string>(
  ['/src/fixtures/corpus/{templates,kinds,reported}/*', '!**/*.tf', '/public/examples/*'],
  { query: '?raw', import: 'default', eager: true },
)
const meta = new Set(['tags', 'lifecycle', 'depends_on', 'count', 'for_each', 'provider'])

/** What the schema says against a block. */
function* faults(body: HclBody, schema: SchemaFields | undefined, place: string): Generator<string> {
  const names = [...body.attributes.map(({ name }) => name), ...body.blocks.map(({ type }) => type)]
  for (const name of names)
    if (!schemaField(schema, name) && !meta.has(name)) yield `${place}.${name} is not in the provider`
  for (const name of requiredNames(schema)) if (!names.includes(name)) yield `${place}.${name} is required`
  for (const { type, body: inner } of body.blocks)
    yield* faults(inner, schemaField(schema, type)?.fields, `${place}.${type}`)
}

function faultsOf(text: string): string[] {
  return parseHcl(text)
    .blocks.filter(({ type }) => type === 'resource')
    .flatMap(({ labels: [type = ''], body }) => [...faults(body, terraformSchema.types[type], type)])
}

test.each(Object.entries(texts))('%s: what the provider would refuse is told as a loss', (_, text) => {
  const result = readSource(text)
  if (!result.ok) return
  const { text: written, losses } = writeFormat('terraform', result.value.document)
  const untold = faultsOf(written).filter(
    (fault) =>
      !losses.some(({ message }) => message.includes(`“${/\.(\w+) is required$/.exec(fault)?.[1]}”`)),
  )
  expect(untold).toEqual([])
})

test('an argument that the provider lacks, and one that it requires, would be told', () => {
  const text = `resource "aws_cloudfront_key_group" "keys" {\n  name = "a"\n  colour = "red"\n}\n`
  expect(faultsOf(text)).toEqual([
    'aws_cloudfront_key_group.colour is not in the provider',
    'aws_cloudfront_key_group.items is required',
  ])
})

test('CloudFormation may leave out what Terraform requires; the export says what CloudFront assumes', () => {
  const source = JSON.stringify({
    Resources: {
      Site: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            Logging: { Bucket: '' },
            Origins: [
              {
                Id: 'web',
                DomainName: 'a.example.com',
                CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
              },
              { Id: 's3', DomainName: 'b.s3.amazonaws.com', S3OriginConfig: {} },
            ],
            DefaultCacheBehavior: {
              TargetOriginId: 'web',
              ViewerProtocolPolicy: 'https-only',
              ForwardedValues: { QueryString: true },
            },
          },
        },
      },
    },
  })
  const result = readSource(source)
  if (!result.ok) throw new Error('not read')
  const { text } = writeFormat('terraform', result.value.document)
  expect(faultsOf(text)).toEqual([])
  expect(text).toMatch(/http_port\s+= 80/)
  expect(text).toMatch(/origin_ssl_protocols\s+= \["TLSv1", "SSLv3"\]/)
  expect(text).toMatch(/cookies \{\s+forward = "none"/)
})
