/** What nobody should open: each ends in one clear reason, with its place, and soon. */
import { expect, test } from 'vitest'
import { readSource, writeFormat } from './index.ts'

const templates = Object.values(
  import.meta.glob<string>('/src/fixtures/corpus/{templates,kinds}/*', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)
const head = 'Resources:\n  Site:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n'
const nested = (depth: number) =>
  `${head}      DistributionConfig: ${'['.repeat(depth)}${']'.repeat(depth)}\n`
const bomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 9 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(10)}]`),
].join('\n')

const doubled = [
  'a0: &a0 { k: x }',
  ...Array.from(
    { length: 30 },
    (_, index) => `a${index + 1}: &a${index + 1} { a: *a${index}, b: *a${index} }`,
  ),
].join('\n')
const hcl = (value: string) => `resource "aws_cloudfront_distribution" "a" {\n  comment = ${value}\n}\n`
const megabytes = (count: number) => 'x'.repeat(count * 1024 * 1024)
const manyNumbers = `{"formatVersion":1,"resources":{"a":[${'1,'.repeat(5_000_000)}1]}}`

const bad: readonly (readonly [name: string, text: string, hasPlace: boolean])[] = [
  ['a billion laughs', `${bomb}\n${head}`, true],
  ['aliases that double', `${doubled}\n${head}`, true],
  ['an alias within its own anchor', `a: &a [*a]\n${head}`, true],
  ['20 MB of YAML', `${head}#${megabytes(20)}`, false],
  ['20 MB in one text', `Resources: { A: "${megabytes(20)}" }`, false],
  [
    '20 MB of JSON',
    `{"Resources":{"A":{"Type":"AWS::CloudFront::Distribution","B":"${megabytes(20)}"}}}`,
    false,
  ],
  ['JSON of millions of values', manyNumbers, true],
  ['20 MB of Terraform', `${hcl('"x"')}#${megabytes(20)}`, false],
  ['deep nesting', nested(300), true],
  ['very deep nesting', nested(20_000), true],
  ['deep JSON', `{"Resources":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`, true],
  ['open brackets without end', `{"Resources":{"Type":"AWS::S3::Bucket","a":${'['.repeat(500_000)}`, true],
  ['tabs', 'Resources:\n\tSite:\n\t\tType: AWS::CloudFront::Distribution\n', true],
  ['a key of the prototype', '{"Resources":{"__proto__":{"Type":"AWS::CloudFront::Distribution"}}}', true],
  ['a key of the prototype in YAML', `${head}      __proto__: { a: 1 }\n`, true],
  ['a constructor', `${head}      constructor: { prototype: { a: 1 } }\n`, true],
  ['an alias to nothing', `${head}      DistributionConfig: *nothing\n`, true],
  ['a list as a key', `${head}      ? [a, b]\n      : 1\n`, true],
  ['an open text', '{"Resources": {"A": {"Type": "AWS::CloudFront::Distribution}}}', true],
  ['two documents of JSON in one', '{"Resources": {"A": 1}}{"Resources": {}}', true],
  ['UTF-16 read as UTF-8', [...head].join('\u0000'), true],
  ['quotation marks only', '"'.repeat(50_000), true],
  ['deep Terraform', hcl(`${'['.repeat(20_000)}${']'.repeat(20_000)}`), true],
  ['deep negation', hcl('!'.repeat(20_000)), true],
  ['deep sums', hcl(`${'(1+'.repeat(20_000)}1`), true],
  ['an open heredoc', hcl('<<EOT\nx'), true],
]

/** Milliseconds of this process's own work: the machine may have other things to do. */
const work = () => process.cpuUsage().user / 1000

test.each(bad)('%s is refused with one reason, within two seconds', (_, text, hasPlace) => {
  const before = work()
  const result = readSource(text)
  expect(work() - before).toBeLessThan(2000)
  if (result.ok) throw new Error('It was read.')
  expect(result.error).toHaveLength(1)
  expect(result.error[0]?.message).toMatch(/^[A-Z“].*\.$/)
  expect(result.error[0]?.message).not.toMatch(/call stack/)
  if (hasPlace) expect(result.error[0]?.position?.line).toBeGreaterThan(0)
})

const wrong: readonly (readonly [name: string, text: string, rule: string])[] = [
  [
    'a reference to nothing',
    `${head}      DistributionConfig: { Comment: !Ref Nothing }\n`,
    'import/unresolved-reference',
  ],
  [
    'conditions that name each other',
    `Conditions: { A: !Not [!Condition B], B: !Not [!Condition A] }\n${head}      DistributionConfig: { Enabled: !If [A, true, false] }\n`,
    'import/circular-reference',
  ],
  [
    'resources that wait for each other',
    `${head}      DistributionConfig: { Comment: !Ref B }\n  B: { Type: AWS::S3::Bucket, DependsOn: Site }\n`,
    'import/circular-reference',
  ],
  ['a null', `${head}      DistributionConfig: { Comment: null }\n`, 'import/null-value'],
]

test.each(wrong)('%s is one error with its place, and the text is kept', (_, text, rule) => {
  const read = readSource(text)
  if (!read.ok) throw new Error('It was not read.')
  const { document, format, locate, notes } = read.value
  expect(notes.filter(({ severity }) => severity === 'error').map((note) => note.rule)).toEqual([rule])
  expect(locate(notes.find((note) => note.rule === rule)?.path ?? [])?.line).toBeGreaterThan(0)
  expect(writeFormat(format.id, document).text).toBe(text)
})

test('nothing that was read reaches the prototype of all objects', () => {
  for (const [, text] of bad.filter(([name]) => /prototype|constructor/.test(name))) readSource(text)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['a']).toBeUndefined()
})

test('a byte order mark changes nothing', () => {
  for (const text of [...templates, hcl('"x"')]) {
    const marked = readSource(`\uFEFF${text}`)
    const plain = readSource(text)
    if (!marked.ok || !plain.ok) throw new Error('It was not read.')
    expect(marked.value.document.resources).toEqual(plain.value.document.resources)
  }
})

test('locals that name each other end', () => {
  const text = `locals {\n  a = local.b\n  b = local.a\n}\n${hcl('local.a')}`
  expect(readSource(text).ok).toBe(true)
})
