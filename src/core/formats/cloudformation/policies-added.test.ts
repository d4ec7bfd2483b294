import { expect, test } from 'vitest'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'
import { policiesAdded } from './policies-added.ts'

const Origins = [bucketOrigin('a')]

test('the policy of a bucket elsewhere is told where a text sets it', () => {
  const document = distribution({ Origins }, { Oac: oac })
  expect(policiesAdded(document, 'Resources:\n  ABucketReadPolicy:\n')).toEqual(['a-bucket'])
  expect(policiesAdded(document, 'resource "aws_s3_bucket_policy" "a_bucket_read_policy" {')).toEqual([
    'a-bucket',
  ])
  expect(policiesAdded(document, 'Resources: {}')).toEqual([])
})

test('a bucket whose policy the design has is not told', () => {
  const policy = { type: 'AWS::S3::BucketPolicy', config: { Bucket: 'a-bucket' } } as const
  const document = distribution({ Origins }, { Oac: oac, Policy: policy })
  expect(policiesAdded(document, 'ABucketReadPolicy')).toEqual([])
})
