import { expect, test } from 'vitest'
import { applyEdit } from '#core/model/edit.ts'
import { bucketOrigin, customOrigin, distribution } from '#fixtures/build.ts'
import { possibleBuckets, possibleCertificates } from './around.ts'

test('an origin that names a bucket by text can have one of the design', () => {
  const design = distribution({ Origins: [bucketOrigin('web files'), customOrigin('api')] })
  const [one, ...others] = possibleBuckets(design)
  expect(others).toEqual([])
  expect(one?.what).toContain('“web files” of “Site”')
  const next = one ? applyEdit(design, one.edit) : design
  expect(next.resources['WebFilesBucket']).toEqual({ type: 'AWS::S3::Bucket', config: {} })
  const { config } = next.resources['Site'] ?? {}
  expect(config).toMatchObject({
    Origins: [{ DomainName: { ref: 'WebFilesBucket', attribute: 'RegionalDomainName' } }, {}],
  })
  expect(possibleBuckets(next)).toEqual([])
})

test('names without a certificate can have one of the design, with all of them', () => {
  const names = ['example.com', 'www.example.com']
  const design = distribution({ Aliases: names })
  const [one] = possibleCertificates(design)
  const next = one ? applyEdit(design, one.edit) : design
  expect(next.resources['SiteCertificate']?.config).toEqual({
    DomainName: 'example.com',
    SubjectAlternativeNames: ['www.example.com'],
    ValidationMethod: 'DNS',
  })
  expect(next.resources['Site']?.config).toMatchObject({
    ViewerCertificate: { ACMCertificateArn: { ref: 'SiteCertificate' } },
  })
  expect(possibleCertificates(next)).toEqual([])
  expect(possibleCertificates(distribution())).toEqual([])
})
