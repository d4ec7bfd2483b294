import { expect, test } from 'vitest'
import { behavior, customOrigin, distribution, group } from '#fixtures/build.ts'
import { writeFormat } from './index.ts'

test('behaviors stand in their order and lead to what they target', () => {
  const { text } = writeFormat(
    'mermaid',
    distribution({
      Origins: [customOrigin('a'), customOrigin('b')],
      OriginGroups: [group('pair', ['a', 'b'])],
      CacheBehaviors: [behavior('/x"]*', 'pair')],
    }),
  )
  expect(text.split('\n')).toEqual([
    'flowchart LR',
    '  d0(["Site"])',
    '  d0o0["a: a.example.org"]',
    '  d0o1["b: b.example.org"]',
    '  d0g0{{"pair"}}',
    '  d0g0 -->|primary| d0o0',
    '  d0g0 -->|failover| d0o1',
    '  d0 -->|1| d0b0("/x#34;#93;*")',
    '  d0b0 --> d0g0',
    '  d0 -->|2| d0b1("Default #40;*#41;")',
    '  d0b1 --> d0o0',
    '',
  ])
})
