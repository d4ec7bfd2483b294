import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { withDefaultsTold } from './default-behind.ts'

const text = `Parameters:
  Domain: { Type: String, Default: '' }
  Names: { Type: CommaDelimitedList, Default: not a name }
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Aliases: !Ref Names
        Origins:
          - Id: web
            DomainName: !Sub '\${Domain}.'
            CustomOriginConfig: { OriginProtocolPolicy: https-only, OriginSSLProtocols: [TLSv1.2] }
          - Id: other
            DomainName: no-domain-name
            CustomOriginConfig: { OriginProtocolPolicy: https-only, OriginSSLProtocols: [TLSv1.2] }
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`
function told(parameters: Record<string, string>) {
  const read = readSource(text, { parameters })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const { document } = read.value
  return withDefaultsTold(document, findProblems(rules, { document })).filter(
    ({ severity }) => severity === 'error',
  )
}

test('an error about a parameter’s Default says that it is one', () => {
  const found = told({}).map(({ rule, path, message }) => [
    rule.id,
    path.at(-2),
    message.includes('the Default of the parameter'),
  ])
  expect(found).toContainEqual(['origin/domain-syntax', 0, true])
  expect(found).toContainEqual(['alias/syntax', 'Aliases', true])
  expect(found).toContainEqual(['origin/domain-syntax', 1, false])
})

test('a value that a person gave is no Default', () => {
  expect(
    told({ Domain: 'still bad', Names: '-' }).filter(({ message }) => message.includes('Default')),
  ).toEqual([])
})
