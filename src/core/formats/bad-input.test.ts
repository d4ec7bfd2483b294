/** What nobody should open: each ends in one clear reason, with its place, and soon. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource } from './index.ts'

const templates = Object.values(
  import.meta.glob<string>('/src/fixtures/corpus/templates/*', {
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

const hcl = (value: string) => `resource "aws_cloudfront_distribution" "a" {\n  comment = ${value}\n}\n`
const bad: readonly (readonly [name: string, text: string, hasPlace: boolean])[] = [
  ['a billion laughs', `${bomb}\n${head}`, true],
  ['20 MB and more', `${head}#${'x'.repeat(21 * 1024 * 1024)}`, false],
  ['deep nesting', nested(300), true],
  ['very deep nesting', nested(20_000), true],
  ['deep JSON', `{"Resources":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`, true],
  ['a key twice', `${head}      Tags: []\n      Tags: []\n`, true],
  ['tabs', 'Resources:\n\tSite:\n\t\tType: AWS::CloudFront::Distribution\n', true],
  ['a key of the prototype', '{"Resources":{"__proto__":{"Type":"AWS::CloudFront::Distribution"}}}', true],
  ['an alias to nothing', `${head}      DistributionConfig: *nothing\n`, true],
  ['UTF-16 read as UTF-8', [...head].join('\u0000'), false],
  ['deep Terraform', hcl(`${'['.repeat(20_000)}${']'.repeat(20_000)}`), true],
  ['deep negation', hcl('!'.repeat(20_000)), true],
  ['an open heredoc', hcl('<<EOT\nx'), true],
]

test.each(bad)('%s is refused with a reason, within two seconds', (_, text, hasPlace) => {
  const before = performance.now()
  const result = readSource(text)
  expect(performance.now() - before).toBeLessThan(2000)
  if (result.ok) throw new Error('It was read.')
  expect(result.error).not.toHaveLength(0)
  expect(result.error[0]?.message).not.toBe('')
  if (hasPlace) expect(result.error[0]?.position?.line).toBeGreaterThan(0)
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

const damaged = fc
  .record({
    text: fc.constantFrom(...templates, hcl('join("-", [var.x, local.y[0]])')),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(30),
    put: fc.oneof(
      fc.string(),
      fc.constantFrom('"', '${', '{', '}', '!If', '*a', '&a ', ': ', '\n', '- ', '<<E\n'),
    ),
  })
  .map(({ text, at, length, put }) => {
    const start = Math.floor(at * text.length)
    return text.slice(0, start) + put + text.slice(start + length)
  })

test('a damaged text is read or refused, and never breaks the reader', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const result = readSource(text)
      if (result.ok) return
      expect(result.error.length).toBeGreaterThan(0)
    }),
    { numRuns: 1000, interruptAfterTimeLimit: 6000 },
  )
})
