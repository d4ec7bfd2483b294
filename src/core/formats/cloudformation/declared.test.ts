import { expect, test } from 'vitest'
import { declaredIn } from './declared.ts'

const text = `
Parameters:
  Stage:
    Type: String
    Default: dev
    AllowedValues: [dev, prod]
    Description: Where it runs
  Count: { Type: Number, Default: 3 }
  Bucket: { Type: String }
  Key: { Type: String, NoEcho: true }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  HasBucket: !Not [!Equals [!Ref Bucket, '']]
Resources:
  Site: { Type: AWS::CloudFront::Distribution }
`

test('parameters are told with their defaults, and which of them are secrets', () => {
  const { parameters } = declaredIn({ text })
  expect(parameters.map(({ name, byDefault, isSecret }) => [name, byDefault, isSecret])).toEqual([
    ['Stage', 'dev', false],
    ['Count', '3', false],
    ['Bucket', undefined, false],
    ['Key', undefined, true],
  ])
  expect(parameters[0]).toMatchObject({ allowed: ['dev', 'prod'], description: 'Where it runs' })
})

test('a condition is what it comes to with the values in use, and open where a value is', () => {
  const holds = (parameters: Record<string, string>) =>
    declaredIn({ text, parameters }).conditions.map((condition) => condition.holds)
  expect(holds({})).toEqual([false, undefined])
  expect(holds({ Stage: 'prod', Bucket: 'files' })).toEqual([true, true])
})

test('a text that is no template declares nothing', () => {
  expect(declaredIn({ text: 'resource "x" "y" {}' })).toEqual({ parameters: [], conditions: [] })
})
