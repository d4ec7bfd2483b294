import { expect, test } from 'vitest'
import { bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'
import { bucketGrants, withStatement } from './bucket-policy.ts'

const arn = 'arn:aws:cloudfront::111122223333:distribution/E1'
const live = {
  Site: { physicalId: 'E1', arn, etag: '1', config: {} },
  Oac: { physicalId: 'O1', etag: '1', config: {} },
}
const [grant] = bucketGrants(
  distribution({ Origins: [bucketOrigin('site'), customOrigin('web')] }, { Oac: oac }),
  live,
)

test('a bucket behind an origin access control needs a grant for this distribution alone', () => {
  expect(grant).toMatchObject({ bucket: 'site-bucket', region: 'eu-west-1', distribution: 'Site' })
  expect(grant?.statement).toMatchObject({
    Principal: { Service: 'cloudfront.amazonaws.com' },
    Resource: 'arn:aws:s3:::site-bucket/*',
    Condition: { StringEquals: { 'AWS:SourceArn': arn } },
  })
})

test.each([
  ['name.with.dots.s3.us-gov-west-1.amazonaws.com', 'name.with.dots', 'us-gov-west-1'],
  ['old.s3.amazonaws.com', 'old', undefined],
  ['old.s3-eu-west-1.amazonaws.com', 'old', 'eu-west-1'],
  ['both.s3.dualstack.eu-west-1.amazonaws.com', 'both', 'eu-west-1'],
])('the bucket of %s is %s', (DomainName, bucket, region) => {
  const design = distribution({ Origins: [bucketOrigin('site', { DomainName })] }, { Oac: oac })
  expect(bucketGrants(design, live)).toMatchObject([{ bucket, region }])
})

test('a website endpoint is no bucket that an access control reaches', () => {
  const DomainName = 'site.s3-website-eu-west-1.amazonaws.com'
  const design = distribution({ Origins: [bucketOrigin('site', { DomainName })] }, { Oac: oac })
  expect(bucketGrants(design, live)).toEqual([])
})

test('other statements stay, the own one is replaced, and one that allows it already needs nothing', () => {
  const statement = grant?.statement ?? {}
  const others = { Version: '2012-10-17', Id: 'mine', Statement: [{ Sid: 'Deny', Effect: 'Deny' }] }
  const merged = withStatement(JSON.stringify(others), statement) ?? ''
  expect(JSON.parse(merged)).toEqual({ ...others, Statement: [...others.Statement, statement] })
  expect(withStatement(merged, statement)).toBeUndefined()
  const stale =
    withStatement(merged, { ...statement, Condition: { StringEquals: { 'AWS:SourceArn': 'other' } } }) ?? ''
  expect(JSON.parse(stale).Statement).toHaveLength(2)
  expect(JSON.parse(withStatement(undefined, statement) ?? '').Statement).toEqual([statement])
})
