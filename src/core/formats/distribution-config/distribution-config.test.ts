import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { applyEdit, insertAt, removeAt, setAt } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'

const config = {
  CallerReference: 'mine',
  Aliases: { Quantity: 1, Items: ['www.example.com'] },
  DefaultRootObject: '',
  Origins: {
    Quantity: 1,
    Items: [
      {
        Id: 'web',
        DomainName: 'web.example.org',
        OriginPath: '',
        CustomHeaders: { Quantity: 0 },
        CustomOriginConfig: {
          HTTPPort: 80,
          HTTPSPort: 443,
          OriginProtocolPolicy: 'https-only',
          OriginSslProtocols: { Quantity: 1, Items: ['TLSv1.2'] },
        },
      },
    ],
  },
  DefaultCacheBehavior: {
    TargetOriginId: 'web',
    TrustedSigners: { Enabled: false, Quantity: 0 },
    ViewerProtocolPolicy: 'https-only',
    AllowedMethods: {
      Quantity: 2,
      Items: ['HEAD', 'GET'],
      CachedMethods: { Quantity: 2, Items: ['HEAD', 'GET'] },
    },
    LambdaFunctionAssociations: { Quantity: 0 },
    CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
  },
  CacheBehaviors: { Quantity: 0 },
  Comment: 'live',
  Enabled: true,
}
const tags = { Items: [{ Key: 'team', Value: 'web' }] }
const print = (value: unknown) => `${JSON.stringify(value, null, 4)}\n`
const envelopes: readonly (readonly [name: string, text: string])[] = [
  ['bare', print(config)],
  ['with its ETag', print({ ETag: 'E2QWRUHEXAMPLE', DistributionConfig: config })],
  [
    'of get-distribution',
    print({
      ETag: 'E1',
      Distribution: { Id: 'EDFDVBD6EXAMPLE', Status: 'Deployed', DistributionConfig: config },
    }),
  ],
  ['with tags', print({ DistributionConfigWithTags: { DistributionConfig: config, Tags: tags } })],
]

function open(text: string) {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const [site] = distributionsIn(read.value.document)
  if (!site) throw new Error('There is no distribution.')
  return { ...read.value, site }
}
const after = (text: string, edit: (site: Path) => ReturnType<typeof setAt>) => {
  const { document, site, format } = open(text)
  const edited = applyEdit(document, edit(site.path))
  const written = writeFormat(format.id, edited).text
  expect(open(written).document.resources).toEqual(edited.resources)
  return written
}

test.each(envelopes)('the envelope %s is kept, and an unedited save is the same bytes', (_, text) => {
  const { document, format, site } = open(text)
  expect(format.id).toBe('distribution-config')
  expect(site.config).toMatchObject({ Comment: 'live', Aliases: ['www.example.com'], CacheBehaviors: [] })
  expect(writeFormat('distribution-config', document)).toEqual({ text, losses: [] })
})

test.each(envelopes)('in the envelope %s an edit changes the lines of its field and its count', (_, text) => {
  expect(after(text, (site) => setAt([...site, 'Comment'], 'new'))).toBe(text.replace('"live"', '"new"'))
  const counted = after(text, (site) => insertAt([...site, 'Aliases'], 1, 'example.com', 'Add'))
  const changed = counted.split('\n').filter((line) => !text.split('\n').includes(line))
  expect(changed.map((line) => line.trim())).toEqual([
    '"Quantity": 2,',
    '"www.example.com",',
    '"example.com"',
  ])
})

test('a list that loses its last item is counted and closed', () => {
  const [, text] = envelopes[0] ?? ['', '']
  const written = JSON.parse(after(text, (site) => removeAt([...site, 'Aliases', 0])))
  expect(written.Aliases.Quantity).toBe(0)
})

test('tags beside the config are read and written', () => {
  const [, text] = envelopes[3] ?? ['', '']
  const { site, document } = open(text)
  expect(site.resource.tags).toEqual(tags.Items)
  const edited = applyEdit(document, setAt(['resources', site.id, 'tags', 0, 'Value'], 'ops'))
  expect(writeFormat('distribution-config', edited).text).toBe(
    text.replace(
      '"web"\n                }\n            ]\n        }\n    }',
      '"ops"\n                }\n            ]\n        }\n    }',
    ),
  )
})

test('a wrong Quantity is told with its place and counted again when it is saved', () => {
  const [, text] = envelopes[0] ?? ['', '']
  const wrong = text.replace(
    '"Quantity": 1,\n        "Items": [\n            "www',
    '"Quantity": 3,\n        "Items": [\n            "www',
  )
  const { notes, locate, document } = open(wrong)
  expect(notes.map(({ rule, severity, path }) => [rule, severity, locate(path)])).toEqual([
    ['config/quantity-mismatch', 'error', { line: 3, column: 5 }],
  ])
  expect(writeFormat('distribution-config', document).text).toBe(text)
})

test('what the AWS CLI prints as YAML is read and saved as YAML', () => {
  const text = `ETag: E1 # now
DistributionConfig:
  CallerReference: mine
  Comment: live
  Enabled: true
  Origins:
    Items:
    - Id: web
      DomainName: web.example.org
    Quantity: 1
  DefaultCacheBehavior:
    TargetOriginId: web
    ViewerProtocolPolicy: https-only
`
  expect(after(text, (site) => setAt([...site, 'Comment'], 'new'))).toBe(text.replace('live', 'new'))
})

test('what has no value before it is deployed is a stand-in or left out, and told', () => {
  const { document } = open(`Parameters:
  Domain: { Type: String }
  Ttl: { Type: Number }
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Aliases: [!Ref Domain]
        Origins: [{ Id: web, DomainName: !GetAtt Bucket.RegionalDomainName, S3OriginConfig: {} }]
        DefaultCacheBehavior: { TargetOriginId: web, ViewerProtocolPolicy: https-only, DefaultTTL: !Ref Ttl }
      Tags: [{ Key: a, Value: b }]
  Bucket: { Type: AWS::S3::Bucket }
`)
  const { text, losses } = writeFormat('distribution-config', document)
  const written = JSON.parse(text)
  expect(written.Aliases).toEqual({ Quantity: 0 })
  expect(written.Origins.Items[0].DomainName).toBe('bucket.s3.us-east-1.amazonaws.com')
  expect(written.DefaultCacheBehavior).not.toHaveProperty('DefaultTTL')
  expect(losses.map(({ path }) => path.slice(2).join('/'))).toEqual([
    'config/Aliases/0',
    'config/Origins/0/DomainName',
    'config/DefaultCacheBehavior/DefaultTTL',
    '',
    'tags',
  ])
})

test.each([
  'Resources: static images',
  '"Resources": {"formatVersion": 1}',
  'Stack owner: AWS::CloudFormation',
  'AWS::CloudFront::Distribution',
  'AWSTemplateFormatVersion',
])('a config is told by its structure, also where its Comment says “%s”', (comment) => {
  for (const text of [
    JSON.stringify({ CallerReference: 'x', Comment: comment, DefaultCacheBehavior: { TargetOriginId: 'a' } }),
    JSON.stringify({ ETag: 'E1', DistributionConfig: { Comment: comment } }),
  ]) {
    expect(open(text).format.id).toBe('distribution-config')
    expect(writeFormat('distribution-config', open(text).document).text).toBe(text)
  }
})

const templates = import.meta.glob<string>(
  ['/src/fixtures/corpus/{templates,kinds,reported}/*', '/public/examples/*'],
  { query: '?raw', import: 'default', eager: true },
)

test.each(Object.keys(templates))('%s as a DistributionConfig is one that is read again', (file) => {
  const { text } = writeFormat('distribution-config', open(templates[file] ?? '').document)
  expect(open(text).format.id).toBe('distribution-config')
})

test('an empty distribution as a DistributionConfig is one that is read again', () => {
  const { document } = open('Resources: { Site: { Type: AWS::CloudFront::Distribution } }')
  expect(open(writeFormat('distribution-config', document).text).format.id).toBe('distribution-config')
})

test('a byte order mark survives, edited or not', () => {
  const text =
    '\uFEFF{ "CallerReference": "x", "Comment": "old", "DefaultCacheBehavior": { "TargetOriginId": "a" } }'
  expect(after(text, (site) => setAt([...site, 'Comment'], 'old'))).toBe(text)
  expect(after(text, (site) => setAt([...site, 'Comment'], 'new'))).toBe(text.replace('old', 'new'))
})
