import { expect, test } from 'vitest'
import { distribution } from '#fixtures/build.ts'
import { bucketBehind, bucketGrant } from './bucket-policy.ts'
import type { Resource } from './document.ts'
import type { Json, JsonObject } from './field.ts'

/** A text around `<parameters>`. */
const composed = (text: string): JsonObject => ({
  unknown: `!Sub ${text}`,
  expression: { 'Fn::Sub': text },
  like: text.replaceAll(/[<>]/g, ''),
})
const forCloudFront: JsonObject = {
  Effect: 'Allow',
  Principal: { Service: 'cloudfront.amazonaws.com' },
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: '*',
}
const policy = (Bucket: Json, ...Statement: Json[]): Resource => ({
  type: 'AWS::S3::BucketPolicy',
  config: { Bucket, PolicyDocument: { Version: '2012-10-17', Statement } },
})
const host = { ref: 'Files', attribute: 'RegionalDomainName' }
const grantOf = (bucket: JsonObject, ...policies: Resource[]) =>
  bucketGrant(
    distribution(
      {},
      {
        Files: { type: 'AWS::S3::Bucket', config: bucket },
        ...Object.fromEntries(policies.map((one, index) => [`Policy${index}`, one])),
      },
    ),
    host,
    'oac',
  )

test('a bucket without a policy grants nothing', () => {
  expect(grantOf({})).toEqual({ read: 'missing', list: false, path: ['resources', 'Files'] })
})

test('a policy is the bucket’s by reference, by name, and by a name that is composed alike', () => {
  expect(grantOf({}, policy({ ref: 'Files' }, forCloudFront))).toMatchObject({ read: 'granted', list: true })
  expect(grantOf({ BucketName: 'files' }, policy('files', forCloudFront)).read).toBe('granted')
  const name = composed('<App>-files')
  expect(grantOf({ BucketName: name }, policy(name, forCloudFront)).read).toBe('granted')
})

test('a policy of another bucket grants nothing', () => {
  expect(grantOf({ BucketName: 'files' }, policy('logs', forCloudFront)).read).toBe('missing')
  expect(grantOf({}, policy({ ref: 'Logs' }, forCloudFront)).read).toBe('missing')
})

test('what the deployment decides is unknown', () => {
  expect(grantOf({}, policy(composed('<Name>'), forCloudFront)).read).toBe('unknown')
  expect(grantOf({}, policy({ ref: 'Files' }, composed('<Statement>'))).read).toBe('unknown')
})

test('a statement that denies or is for someone else grants nothing', () => {
  expect(grantOf({}, policy({ ref: 'Files' }, { ...forCloudFront, Effect: 'Deny' })).read).toBe('missing')
  const other = { ...forCloudFront, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }
  expect(grantOf({}, policy({ ref: 'Files' }, other)).read).toBe('missing')
})

test('a bucket is found behind its host by reference and by name', () => {
  const document = distribution(
    {},
    { Files: { type: 'AWS::S3::Bucket', config: { BucketName: composed('<App>-files') } } },
  )
  expect(bucketBehind(document, host)).toBe('Files')
  expect(bucketBehind(document, composed('<App>-files.s3.amazonaws.com'))).toBe('Files')
  expect(bucketBehind(document, 'files.s3.amazonaws.com')).toBeUndefined()
})
