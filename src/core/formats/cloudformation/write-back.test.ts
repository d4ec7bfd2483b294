/** What an edit leaves alone, and how what is new is written. */
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { applyEdit, insertAt, moveItem, removeAt, setAt } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'

function open(text: string) {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const { document, format } = read.value
  const [site] = distributionsIn(document)
  if (!site) throw new Error('There is no distribution.')
  return { document, format: format.id, site: site.path }
}
/** The text after an edit, which must read back as the edited design. */
function after(text: string, edit: (site: Path) => ReturnType<typeof setAt>): string {
  const { document, format, site } = open(text)
  const edited = applyEdit(document, edit(site))
  const written = writeFormat(format, edited).text
  expect(open(written).document.resources).toEqual(edited.resources)
  // A key that stands twice reads like one here, and CloudFormation refuses it.
  expect(parseDocument(written, { uniqueKeys: true, logLevel: 'error' }).errors).toEqual([])
  return written
}
const lines = (text: string) => text.split('\n')
/** The lines that only one of two texts has. */
function difference(before: string, now: string): { removed: string[]; added: string[] } {
  const removed = lines(before).filter((line) => !lines(now).includes(line))
  return { removed, added: lines(now).filter((line) => !lines(before).includes(line)) }
}

const template = (config: string, more = '') => `# Our site
Parameters:
  Env: { Type: String, Default: prod }
Conditions:
  IsDev: !Equals [!Ref Env, dev]

Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
${config}
        DefaultCacheBehavior:
          TargetOriginId: a
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
${more}`
const origin = (id: string) => `          - Id: ${id}
            DomainName: ${id}.example.org
            CustomOriginConfig: { OriginProtocolPolicy: https-only }`

test('a comment behind the value and the quotation marks stay', () => {
  const text = template(`        Comment: 'old' # why\n        Origins:\n${origin('a')}`)
  expect(
    difference(
      text,
      after(text, (site) => setAt([...site, 'Comment'], "it's new")),
    ).added,
  ).toEqual(["        Comment: 'it''s new' # why"])
})

test('line breaks of two characters stay so in what is added', () => {
  const text = template(`        Origins:\n${origin('a')}`).replaceAll('\n', '\r\n')
  const written = after(text, (site) =>
    setAt([...site, 'Logging'], { Enabled: true, Bucket: 'b.s3.amazonaws.com' }),
  )
  expect(written).toContain('        Logging:\r\n          Bucket: b.s3.amazonaws.com\r\n')
  expect(written).not.toMatch(/[^\r]\n/)
})

test('items that a condition leaves out stay where they were', () => {
  const conditional = `          - !If\n            - IsDev\n            - Id: dev\n              DomainName: dev.example.org\n            - !Ref AWS::NoValue`
  const text = template(`        Origins:\n${origin('a')}\n${conditional}\n${origin('b')}`)
  const one = after(text, (site) => setAt([...site, 'Origins', 1, 'DomainName'], 'c.example.org'))
  expect(difference(text, one).added).toEqual(['            DomainName: c.example.org'])
  const moved = after(text, (site) => moveItem([...site, 'Origins'], 1, 0, 'Move'))
  expect(lines(moved).toSorted()).toEqual(lines(text).toSorted())
  expect(moved.indexOf('Id: b')).toBeLessThan(moved.indexOf('Id: a'))
  expect(moved.indexOf('IsDev\n')).toBeGreaterThan(moved.indexOf('Id: a'))
})

test('an edit of what a condition decides goes into the branch that holds', () => {
  const text = template(`        Comment: !If [IsDev, dev, prod]\n        Origins:\n${origin('a')}`)
  expect(after(text, (site) => setAt([...site, 'Comment'], 'live'))).toContain(
    'Comment: !If [IsDev, dev, live]',
  )
})

test('a field that a condition leaves out is set in its branch', () => {
  const text = template(
    `        Logging: !If\n          - IsDev\n          - Bucket: a.s3.amazonaws.com\n          - !Ref AWS::NoValue\n        Origins:\n${origin('a')}`,
  )
  const written = after(text, (site) =>
    setAt([...site, 'Logging'], { Enabled: true, Bucket: 'b.s3.amazonaws.com' }),
  )
  expect(written).toContain(
    '          - IsDev\n          - Bucket: a.s3.amazonaws.com\n          - Bucket: b.s3',
  )
})

test('a comment above an item moves with it', () => {
  const text = template(`        Origins:\n${origin('a')}\n          # the second\n${origin('b')}`)
  const written = after(text, (site) => moveItem([...site, 'Origins'], 1, 0, 'Move'))
  expect(written).toContain('Origins:\n          # the second\n          - Id: b\n')
})

test('what leans on an anchor that is removed gets its own text', () => {
  const anchored = `          - &first\n            Id: a\n            DomainName: a.example.org\n            CustomOriginConfig: { OriginProtocolPolicy: https-only }\n          - <<: *first\n            Id: b # second`
  const text = template(`        Origins:\n${anchored}`)
  const written = after(text, (site) => removeAt([...site, 'Origins', 0]))
  expect(written).toContain('Id: b # second')
  expect(written).toContain('# Our site')
})

test('a new resource stands as the others do: indentation, blank lines, quotation marks', () => {
  const text = `"Resources":
    "Site":
        "Type": "AWS::CloudFront::Distribution"
        "Properties":
            "DistributionConfig":
                "Enabled": true
                "Origins":
                -   "Id": "a"
                    "DomainName": "a.example.org"
                "DefaultCacheBehavior":
                    "TargetOriginId": "a"

    "Files":
        "Type": "AWS::S3::Bucket"
`
  const policy = { type: 'OriginAccessControl', config: { Name: 'x' } }
  expect(after(text, () => setAt(['resources', 'Access'], policy))).toBe(`${text}
    "Access":
        "Type": "AWS::CloudFront::OriginAccessControl"
        "Properties":
            "OriginAccessControlConfig":
                "Name": "x"
`)
})

test('a list written level with its key stays so', () => {
  const text = template(
    `        Aliases:\n        - a.example.com\n        Origins:\n        - Id: a\n          DomainName: a.example.org`,
  )
  const written = after(text, (site) => insertAt([...site, 'Aliases'], 1, 'b.example.com', 'Add'))
  expect(difference(text, written)).toEqual({ removed: [], added: ['        - b.example.com'] })
})

test.each([
  ['two spaces', JSON.stringify, 2],
  ['tabs', JSON.stringify, '\t'],
  ['one line', JSON.stringify, undefined],
] as const)('JSON with %s keeps its form', (_, print, unit) => {
  const config = {
    Enabled: true,
    Origins: [{ Id: 'a', DomainName: 'a.example.org' }],
    DefaultCacheBehavior: { TargetOriginId: 'a' },
  }
  const json = (more: object) =>
    print(
      {
        Resources: {
          Site: {
            Type: 'AWS::CloudFront::Distribution',
            Properties: { DistributionConfig: { ...config, ...more } },
          },
        },
      },
      null,
      unit,
    )
  const text = json({ Comment: 'x' })
  expect(after(text, (site) => setAt([...site, 'PriceClass'], 'PriceClass_100'))).toBe(
    json({ Comment: 'x', PriceClass: 'PriceClass_100' }),
  )
  expect(
    after(text, (site) =>
      setAt([...site, 'Restrictions'], { GeoRestriction: { RestrictionType: 'whitelist', Items: ['DE'] } }),
    ),
  ).toBe(
    json({
      Comment: 'x',
      Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Locations: ['DE'] } },
    }),
  )
})

test('texts that YAML 1.1 takes for something else are quoted', () => {
  const text = template(`        Origins:\n${origin('a')}`)
  expect(after(text, (site) => setAt([...site, 'Comment'], 'NO'))).toContain('Comment: "NO"')
})

test('an alternate domain name in the oldest spelling can be replaced', () => {
  const text = template(`        CNAMEs: [a.example.com]\n        Origins:\n${origin('a')}`)
  const written = after(text, (site) => setAt([...site, 'Aliases'], ['b.example.com']))
  expect(written).not.toContain('a.example.com')
  expect(written).toContain('# Our site')
})

test('the rest of a file of the Serverless Framework stays, and so do its variables', () => {
  const inner = template(`        Comment: \${self:custom.name}\n        Origins:\n${origin('a')}`)
  const text = `service: site # ours\ncustom:\n  name: my-\${opt:stage, 'dev'}\nresources:\n${inner
    .split('\n')
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n')}`
  const { document, site } = open(text)
  expect(document.resources[String(site[1])]?.config).toMatchObject({ Comment: 'my-dev' })
  const written = after(text, (path) => setAt([...path, 'Enabled'], false))
  expect(difference(text, written)).toEqual({
    removed: ['          Enabled: true'],
    added: ['          Enabled: false'],
  })
})

test('what the template says beside its resources survives the way into the other syntax', () => {
  const text = template(
    `        Comment: !If [IsDev, dev, prod]\n        Origins:\n${origin('a')}`,
    'Outputs:\n  X: { Value: !Ref Site }\n',
  )
  const { document } = open(text)
  const { Conditions: conditions, Outputs: outputs } = JSON.parse(
    writeFormat('cloudformation-json', document).text,
  )
  expect({ conditions, outputs }).toEqual({
    conditions: { IsDev: { 'Fn::Equals': [{ Ref: 'Env' }, 'dev'] } },
    outputs: { X: { Value: { Ref: 'Site' } } },
  })
})

test('a map on one line that gets other fields changes that line only', () => {
  const own = '        ViewerCertificate: { AcmCertificateArn: a, SslSupportMethod: sni-only }'
  const text = template(`${own}\n        Origins:\n${origin('a')}`)
  const written = after(text, (site) =>
    setAt([...site, 'ViewerCertificate'], { CloudFrontDefaultCertificate: true }),
  )
  expect(difference(text, written)).toEqual({
    removed: [own],
    added: ['        ViewerCertificate: {CloudFrontDefaultCertificate: true}'],
  })
})

test('an expression that can be evaluated is written as one, and nothing else of the text changes', () => {
  const text = template(`        Comment: !Sub 'for ${'$'}{Env}' # why\n        Origins:\n${origin('a')}`)
  const { document, format, site } = open(text)
  const expression = { unknown: '!Ref Env', expression: { Ref: 'Env' } }
  const edited = applyEdit(document, setAt([...site, 'Comment'], expression))
  const written = writeFormat(format, edited).text
  expect(difference(text, written).added).toEqual(['        Comment: !Ref Env # why'])
  expect(open(written).document.resources).toEqual(
    applyEdit(document, setAt([...site, 'Comment'], 'prod')).resources,
  )
})

test('another expression takes the place of a whole condition, a plain value that of the branch that holds', () => {
  const text = template(
    `        PriceClass:\n          Fn::If: [IsDev, PriceClass_100, PriceClass_All]\n        Origins:\n${origin('a')}`,
  )
  const { document, format, site } = open(text)
  const set = (value: unknown) =>
    difference(text, writeFormat(format, applyEdit(document, setAt([...site, 'PriceClass'], value))).text)
      .added
  expect(set('PriceClass_200')).toEqual(['          Fn::If: [IsDev, PriceClass_100, PriceClass_200]'])
  const expression = { 'Fn::If': ['IsDev', 'PriceClass_100', 'PriceClass_200'] }
  expect(set({ unknown: '', expression })).toEqual([
    '        PriceClass: !If [IsDev, PriceClass_100, PriceClass_200]',
  ])
})

const behaviors = [...'abcd'].map(
  (name) => `          - PathPattern: /${name}/*
            TargetOriginId: a
            ViewerProtocolPolicy: https-only
`,
)
const four = template(`        Origins:\n${origin('a')}`, `        CacheBehaviors:\n${behaviors.join('')}`)
const policy = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'

test.for([0, 1, 2, 3].flatMap((gone) => [0, 1, 2].map((given) => [gone, given] as const)))(
  'where item %i left its list, what item %i is given stands once',
  ([gone, given]) => {
    const { document, format, site } = open(four)
    const left = applyEdit(document, removeAt([...site, 'CacheBehaviors', gone]))
    const edited = applyEdit(left, setAt([...site, 'CacheBehaviors', given, 'CachePolicyId'], policy))
    const { text } = writeFormat(format, edited)
    expect(open(text).document.resources).toEqual(edited.resources)
    expect(text.split(policy)).toHaveLength(2)
    expect(lines(text)).toHaveLength(lines(four).length - 2)
  },
)

test.for([
  [0, 3],
  [3, 0],
  [1, 2],
] as const)('an item that moved from %i to %i takes with it what it was given', ([from, to]) => {
  const { document, format, site } = open(four)
  const moved = applyEdit(document, moveItem([...site, 'CacheBehaviors'], from, to, 'Move'))
  const edited = applyEdit(moved, setAt([...site, 'CacheBehaviors', to, 'CachePolicyId'], policy))
  const { text } = writeFormat(format, edited)
  expect(open(text).document.resources).toEqual(edited.resources)
  expect(text.split(policy)).toHaveLength(2)
})
