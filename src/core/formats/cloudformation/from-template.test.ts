import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'

const text = `Parameters: { Stage: { Type: String } }
Conditions: { IsLive: !Equals [!Ref Stage, live] }
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig: !If
        - IsLive
        - Enabled: true
          Origins: [{ Id: web, DomainName: web.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]
          DefaultCacheBehavior: { TargetOriginId: web, ViewerProtocolPolicy: https-only, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }
        - !Ref AWS::NoValue
`

test('a config that is one undecided expression has fields that nobody judges, and its bytes stay', () => {
  const read = readSource(text)
  if (!read.ok) throw new Error('The template must be readable.')
  const { document } = read.value
  expect(findProblems(rules, { document }).filter(({ severity }) => severity === 'error')).toEqual([])
  expect(writeFormat('cloudformation-yaml', document).text).toBe(text)
})

test('a parameter decides it', () => {
  const read = readSource(text, { parameters: { Stage: 'live' } })
  if (!read.ok) throw new Error('The template must be readable.')
  const site = read.value.document.resources['Site']
  expect(site?.type === 'Distribution' && site.config.Enabled).toBe(true)
})

test('a resource of a type that is none of CloudFormation’s stays in the text and out of the design', () => {
  const strange = `${text}  Other:\n    Type: Distribution\n    Properties: { DomainName: 7 }\n`
  const read = readSource(strange)
  if (!read.ok) throw new Error('The template must be readable.')
  expect(Object.keys(read.value.document.resources)).toEqual(['Site'])
  expect(writeFormat('cloudformation-yaml', read.value.document).text).toBe(strange)
})
