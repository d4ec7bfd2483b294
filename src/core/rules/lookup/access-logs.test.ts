import { expect, test } from 'vitest'
import type { Json } from '#core/model/field.ts'
import { distribution } from '#fixtures/build.ts'
import { bucketNameIn, deliveriesOf, logBucketOf, standardLogs } from './access-logs.ts'
import { eachOrigin } from './walk.ts'

test('legacy logs are on by their switch, or by a bucket where there is no switch', () => {
  expect(standardLogs({ Logging: { Bucket: 'example-logs.s3.amazonaws.com' } })).toBeDefined()
  expect(standardLogs({ Logging: { Enabled: true } })).toBeDefined()
  expect(
    standardLogs({ Logging: { Enabled: false, Bucket: 'example-logs.s3.amazonaws.com' } }),
  ).toBeUndefined()
  expect(standardLogs({ Logging: { IncludeCookies: false } })).toBeUndefined()
  expect(standardLogs({})).toBeUndefined()
})

test.each([
  ['example-logs.s3.amazonaws.com', 'example-logs'],
  ['logs.example.com.s3.eu-west-1.amazonaws.com', 'logs.example.com'],
  ['example-logs', undefined],
])('the bucket in %s is %s', (host, name) => {
  expect(bucketNameIn(host)).toBe(name)
})

test('the log bucket of a design is found by reference and by name', () => {
  const resources = { Logs: { type: 'AWS::S3::Bucket' as const, config: { BucketName: 'example-logs' } } }
  const byName = { Logging: { Bucket: 'example-logs.s3.amazonaws.com' } }
  const byReference = { Logging: { Bucket: { ref: 'Logs', attribute: 'DomainName' } } }
  expect(logBucketOf(distribution(byName, resources), byName)).toBe('Logs')
  expect(logBucketOf(distribution(byReference, resources), byReference)).toBe('Logs')
  expect(logBucketOf(distribution(byName), byName)).toBeUndefined()
})

test.each<[string, Json, number]>([
  ['its own', { unknown: '!Sub [its ARN]', expression: '…', refs: ['Site'] }, 1],
  ['what the deployment decides', { unknown: '!Ref Resource', expression: { Ref: 'Resource' } }, 1],
  ['another one', 'arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE', 0],
  ['another resource', { ref: 'Queue' }, 0],
])('a delivery source of %s counts as the distribution’s or not', (_, ResourceArn, count) => {
  const document = distribution(
    {},
    { Source: { type: 'AWS::Logs::DeliverySource', config: { Name: 'requests', ResourceArn } } },
  )
  for (const { distribution: site } of eachOrigin(document))
    expect(deliveriesOf(document, site)).toHaveLength(count)
})
