/** Our tables against other people's schemas. */
import { expect, test } from 'vitest'
import { kinds, spellingOf } from '#core/formats/terraform/spelling.ts'
import { resourceKinds, resourceTypes } from '#core/resources/index.ts'
import { cloudFormationSchema, schemaField, terraformSchema } from './schema.ts'

test('every resource of CloudFormation for CloudFront is modelled, and none that it lacks', () => {
  const ours = resourceTypes.flatMap((type) => resourceKinds[type].cloudFormation?.type ?? [])
  expect(ours.toSorted()).toEqual(Object.keys(cloudFormationSchema.types).toSorted())
})

test('every resource of the provider for CloudFront is modelled, but for the entries of stores', () => {
  const entries = ['aws_cloudfront_keyvaluestore_key', 'aws_cloudfront_keyvaluestore_keys_exclusive']
  const theirs = Object.keys(terraformSchema.types).filter((type) => !entries.includes(type))
  expect(Object.keys(kinds).toSorted()).toEqual(theirs.toSorted())
})

test('a field that a schema lacks has no spelling, and one in the plural is found', () => {
  const names = spellingOf('aws_cloudfront_anycast_ip_list').map(({ name }) => name)
  expect(names).toContain('ip_count')
  expect(names).not.toContain('ip_address_type')
  expect(schemaField({ origin: {} }, 'origins')).toEqual({})
  expect(schemaField({ origin: {} }, 'constructor')).toBeUndefined()
})
