/** Parts of a template that something else decides: macros, Defaults that close a condition, files without a frame. */
import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'

const config = (more = '') => `Enabled: true
        Origins:
          - { Id: o, DomainName: !GetAtt Lb.DNSName, CustomOriginConfig: { OriginProtocolPolicy: https-only } }
        DefaultCacheBehavior:
          TargetOriginId: o
          ViewerProtocolPolicy: https-only
${more}`
const policy = '          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6\n'
const load = '  Lb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer }\n'
const site = (more = policy, attributes = '') => `  Site:
    Type: AWS::CloudFront::Distribution
${attributes}    Properties:
      DistributionConfig:
        ${config(more)}`

function opened(text: string) {
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const { document, notes, format } = read.value
  const found = findProblems(rules, { document }).map(({ rule, severity }) => ({ rule: rule.id, severity }))
  const errors = [...found, ...notes].filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
  return { document, notes, errors, saved: writeFormat(format.id, document).text }
}

const include = "Fn::Transform: { Name: AWS::Include, Parameters: { Location: 's3://a/b.yaml' } }"

test('a macro among the fields may give any that is not there', () => {
  const text = `Resources:\n${load}${site(`          ${include}\n`)}`
  expect(opened(text)).toMatchObject({ errors: [], saved: text })
  expect(opened(`Resources:\n${load}${site('')}`).errors).toEqual(['behavior/policy-or-forwarded'])
})

test('a macro among the resources may declare what is named', () => {
  const text = `Resources:\n  ${include}\n${site()}`
  expect(opened(text)).toMatchObject({ errors: [], saved: text })
  expect(opened(`Resources:\n${site()}`).errors).toEqual(['import/unresolved-reference'])
})

const closed = `Parameters:
  Create: { Type: String, Default: 'false' }
  Env: { Type: String, Default: prod }
Conditions:
  Wanted: !And [!Condition Asked, !Equals [!Ref Env, prod]]
  Asked: !Equals [!Ref Create, 'true']
Resources:
  Lb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Condition: Asked }
${site(policy, '    Condition: Wanted\n')}`

test('a template whose Defaults create no distribution is read with them left open', () => {
  const { document, notes, errors, saved } = opened(closed)
  expect(errors).toEqual([])
  expect(Object.keys(document.resources)).toEqual(['Lb', 'Site'])
  expect(notes[0]?.message).toMatch(/“Site” is not created with the Default of “Create” and “Env”/)
  expect(saved).toBe(closed)
})

test('a value that is given closes it all the same', () => {
  expect(readSource(closed, { parameters: { Create: 'no', Env: 'prod' } })).toMatchObject({ ok: false })
})

const alone = `Type: AWS::CloudFront::Distribution
Properties:
  DistributionConfig:
    Enabled: true
    Origins:
      - { Id: o, DomainName: "\${self:custom.host}", CustomOriginConfig: { OriginProtocolPolicy: https-only } }
    DefaultCacheBehavior: { TargetOriginId: o, ViewerProtocolPolicy: https-only, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }
`
const indented = alone.trimEnd().replaceAll('\n', '\n  ')

test.each([
  ['one resource', alone, 'Distribution'],
  ['resources by name', `Site:\n  ${indented}\nFiles:\n  Type: AWS::S3::Bucket\n`, 'Site'],
])('%s without a template around is read with one note', (_, text, id) => {
  const { document, notes, errors, saved } = opened(text)
  expect(errors).toEqual([])
  expect(distributionsIn(document).map((found) => found.id)).toEqual([id])
  expect(notes.map(({ rule }) => rule)).toEqual(['import/fragment'])
  expect(saved).toBe(text)
})

test('modules of Rain may declare what is named', () => {
  const text = `Modules:\n  Load: { Source: load.yaml }\nResources:\n${site()}`
  expect(opened(text)).toMatchObject({ errors: [], saved: text })
})
