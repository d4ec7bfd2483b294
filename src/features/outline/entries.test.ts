import { expect, test } from 'vitest'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { bucketGranting, bucketOrigin, distribution, filesHost, oac } from '#fixtures/build.ts'
import { outlineEntries } from './entries.ts'

const labels = (document: Parameters<typeof outlineEntries>[0]) =>
  outlineEntries(document, []).map(({ label }) => label)

test('a bucket stays in the outline when the origin that read it is given a host of its own', () => {
  const before = distribution(
    { Origins: [bucketOrigin('web', { DomainName: filesHost })] },
    { Oac: oac, ...bucketGranting('s3:GetObject') },
  )
  const after = applyEdit(
    before,
    setAt(['resources', 'Site', 'config', 'Origins', 0, 'DomainName'], 'other.s3.eu-west-1.amazonaws.com'),
  )
  expect(labels(after)).toContain('Files · Bucket')
  expect(labels(after)).toEqual(labels(before))
})

test('what is nothing to CloudFront is left out', () => {
  const table = { type: 'AWS::DynamoDB::Table', config: {} } as const
  expect(labels(distribution({}, { Table: table }))).not.toContain('Table · Table')
})
