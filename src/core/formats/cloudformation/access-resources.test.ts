import { expect, test } from 'vitest'
import type { Tree } from '#core/formats/tree.ts'
import type { DesignDocument, Resource } from '#core/model/document.ts'
import { bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'
import { accessResources } from './access-resources.ts'

const bucket = { type: 'AWS::S3::Bucket', config: {} } as const
const host = (ref: string) => ({ DomainName: { ref, attribute: 'RegionalDomainName' } })
const at = (tree: Tree | undefined, ...path: string[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], tree)
const arns = (tree: Tree | undefined) =>
  at(tree, 'Properties', 'PolicyDocument', 'Statement', '0', 'Condition', 'StringEquals', 'AWS:SourceArn')

test('each bucket behind an origin access control gets a policy of its own', () => {
  const added = accessResources(
    distribution(
      { Origins: [bucketOrigin('a', host('First')), bucketOrigin('b', host('Second')), bucketOrigin('c')] },
      { Oac: oac, First: bucket, Second: bucket },
    ),
  )
  expect(Object.keys(added)).toEqual(['FirstReadPolicy', 'SecondReadPolicy', 'CBucketReadPolicy'])
})

test('two distributions of one bucket may both read it', () => {
  const { resources } = distribution(
    { Origins: [bucketOrigin('a', host('Files'))] },
    { Oac: oac, Files: bucket },
  )
  const both: DesignDocument = {
    formatVersion: 1,
    layout: {},
    scenarios: [],
    // The builder always makes the distribution.
    resources: { ...resources, Other: resources['Site'] as Resource },
  }
  expect(arns(accessResources(both)['FilesReadPolicy'])).toHaveLength(2)
})

test('a bucket that has a policy in the design gets none, and another bucket does', () => {
  const policy = { type: 'AWS::S3::BucketPolicy', config: { Bucket: { ref: 'First' } } } as const
  const added = accessResources(
    distribution(
      { Origins: [bucketOrigin('a', host('First')), bucketOrigin('b', host('Second'))] },
      { Oac: oac, First: bucket, Second: bucket, Policy: policy },
    ),
  )
  expect(Object.keys(added)).toEqual(['SecondReadPolicy'])
})

test('a function URL gets both permissions that Lambda asks for', () => {
  const added = accessResources(
    distribution(
      {
        Origins: [
          customOrigin('url', {
            DomainName: { unknown: '!Select', expression: null, refs: ['Url'] },
            OriginAccessControlId: { ref: 'Oac' },
          }),
        ],
      },
      {
        Oac: oac,
        Url: {
          type: 'AWS::Lambda::Url',
          config: { TargetFunctionArn: { ref: 'Handler', attribute: 'Arn' } },
        },
      },
    ),
  )
  expect(Object.values(added).map((resource) => at(resource, 'Properties', 'Action'))).toEqual([
    'lambda:InvokeFunctionUrl',
    'lambda:InvokeFunction',
  ])
})
