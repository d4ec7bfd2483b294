import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'

const site = (config: string) => `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig: { ${config} }
`
function faults(text: string) {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const { notes, locate } = read.value
  return notes.map(({ rule, severity, path }) => ({ rule, severity, at: locate(path) }))
}

test('a reference to nothing is an error with its place, and a note where a macro may add it', () => {
  const text = site('Comment: !Ref Nothing')
  const at = { line: 5, column: 43 }
  expect(faults(text)).toEqual([{ rule: 'import/unresolved-reference', severity: 'error', at }])
  expect(faults(`${text}Transform: AWS::Serverless-2016-10-31\n`)).toEqual([
    { rule: 'import/unresolved-reference', severity: 'info', at },
  ])
})

test('a field without a value is an error at its name', () => {
  expect(faults(site('Comment: , Enabled: true'))).toEqual([
    { rule: 'import/null-value', severity: 'error', at: { line: 5, column: 29 } },
  ])
})

test('resources that wait for each other are one error, with the way', () => {
  const text = `${site('Comment: !Ref A')}  A: { Type: AWS::SNS::Topic, Properties: { TopicName: !Sub "x-\${B.Arn}" } }
  B: { Type: AWS::SQS::Queue, DependsOn: [Site] }
`
  const read = readSource(text)
  const [note, ...others] = read.ok ? read.value.notes : []
  expect(others).toEqual([])
  expect(note).toMatchObject({ rule: 'import/circular-reference', severity: 'error' })
  expect(note?.message).toContain('“Site” → “A” → “B” → “Site”')
})

test('a reference to a parameter that a resource shares its name with is no circle', () => {
  const text = `Parameters: { A: { Type: String, Default: a } }\n${site('Comment: x')}  A: { Type: AWS::SNS::Topic, Properties: { TopicName: !Ref A } }\n`
  expect(faults(text)).toEqual([])
})

test('a way that only a false condition opens is no circle', () => {
  const text = `Conditions: { Never: !Equals [a, b] }\n${site('Comment: !Ref A')}  A: { Type: AWS::SNS::Topic, Properties: { TopicName: !If [Never, !Ref Site, x] } }\n`
  expect(faults(text)).toEqual([])
})

test('resources of a loop are told, since they are not shown', () => {
  const text = `${site('Comment: x')}  'Fn::ForEach::Buckets': [Name, [A, B], { '\${Name}': { Type: AWS::S3::Bucket } }]\n`
  expect(faults(text).map(({ rule, at }) => [rule, at?.line])).toEqual([['import/deferred-resources', 6]])
})
