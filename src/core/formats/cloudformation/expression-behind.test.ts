import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, moveItem, setAt } from '#core/model/edit.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { expressionBehind } from './expression-behind.ts'

const text = `Parameters:
  Env: { Type: String, Default: prod }
  Host: { Type: String, Default: www.example.org }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Comment: !Sub 'site of \${Env}'
        PriceClass:
          Fn::If: [IsProd, PriceClass_All, PriceClass_100]
        Aliases: [!Ref Host, static.example.org]
        Origins:
          - { Id: a, DomainName: a.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }
          - Id: b
            DomainName: !Sub '\${Env}.example.org'
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
              OriginReadTimeout: !If [IsProd, '60', '30']
        DefaultCacheBehavior: !If
          - IsProd
          - { TargetOriginId: a, ViewerProtocolPolicy: https-only, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }
          - !Ref AWS::NoValue
`
function open(): DesignDocument {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.document
}
const site: Path = ['resources', 'Site', 'config']
const behind = (path: Path, document = open()) => expressionBehind(document, [...site, ...path])

test('a value that was evaluated is told with its expression, in short and in long form', () => {
  expect(behind(['Comment'])).toBe(`!Sub site of \${Env}`)
  expect(behind(['PriceClass'])).toBe('!If [IsProd, PriceClass_All, PriceClass_100]')
  expect(behind(['Origins', 1, 'DomainName'])).toBe(`!Sub \${Env}.example.org`)
  expect(behind(['Aliases', 0])).toBe('!Ref Host')
  expect(behind(['DefaultCacheBehavior'])).toMatch(/^!If \[IsProd, /)
})

test('a value that the document takes as a number is told too', () => {
  const path: Path = ['Origins', 1, 'CustomOriginConfig', 'OriginReadTimeout']
  expect(valueAt(open(), [...site, ...path])).toBe(60)
  expect(behind(path)).toBe('!If [IsProd, 60, 30]')
})

test('a plain value has none, inside an expression too', () => {
  expect(behind(['Enabled'])).toBeUndefined()
  expect(behind(['Aliases', 1])).toBeUndefined()
  expect(behind(['DefaultCacheBehavior', 'TargetOriginId'])).toBeUndefined()
  expect(behind(['HttpVersion'])).toBeUndefined()
})

test('an edited value is no longer what its expression gave', () => {
  const edited = applyEdit(open(), setAt([...site, 'Comment'], 'another'))
  expect(behind(['Comment'], edited)).toBeUndefined()
  expect(behind(['PriceClass'], edited)).toBe('!If [IsProd, PriceClass_All, PriceClass_100]')
})

test('an item that was moved or renamed takes its expressions along', () => {
  const moved = applyEdit(open(), moveItem([...site, 'Origins'], 1, 0, 'Move'))
  expect(behind(['Origins', 0, 'DomainName'], moved)).toBe(`!Sub \${Env}.example.org`)
  expect(behind(['Origins', 1, 'DomainName'], moved)).toBeUndefined()
  const renamed = applyEdit(open(), setAt([...site, 'Origins', 1, 'Id'], 'c'))
  expect(behind(['Origins', 1, 'DomainName'], renamed)).toBe(`!Sub \${Env}.example.org`)
})

test('a design of no template has no expressions behind its values', () =>
  expect(behind(['Comment'], { ...open(), source: { format: 'design', text } })).toBeUndefined())
