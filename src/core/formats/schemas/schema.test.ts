/** Our tables against other people's schemas. */
import { expect, test } from 'vitest'
import { assumedValue } from '#core/formats/assumed.ts'
import { kinds, spellingOf } from '#core/formats/terraform/spelling.ts'
import { resourceKinds, resourceTypes } from '#core/resources/index.ts'
import {
  cloudFormationSchema,
  type SchemaField,
  type SchemaFields,
  schemaField,
  terraformSchema,
} from './schema.ts'

test('every resource of CloudFormation for CloudFront is modelled, and none that it lacks', () => {
  const ours = resourceTypes.flatMap((type) => resourceKinds[type].cloudFormation?.type ?? [])
  expect(ours.toSorted()).toEqual(Object.keys(cloudFormationSchema.types).toSorted())
})

test('every resource of the provider for CloudFront is modelled, but for the entries of stores', () => {
  const entries = ['aws_cloudfront_keyvaluestore_key', 'aws_cloudfront_keyvaluestore_keys_exclusive']
  const theirs = Object.keys(terraformSchema.types).filter(
    (type) => type.startsWith('aws_cloudfront_') && !entries.includes(type),
  )
  expect(Object.keys(kinds).toSorted()).toEqual(theirs.toSorted())
})

test('a field that a schema lacks has no spelling, and one in the plural is found', () => {
  const names = spellingOf('aws_cloudfront_anycast_ip_list').map(({ name }) => name)
  expect(names).toContain('ip_count')
  expect(names).not.toContain('ip_address_type')
  expect(schemaField({ origin: {} }, 'origins')).toEqual({})
  expect(schemaField({ origin: {} }, 'constructor')).toBeUndefined()
})

/** Fields of a schema, with the structure that they are in. */
function* fieldsIn(
  fields: SchemaFields,
  structure: string,
): Generator<{ structure: string; name: string; field: SchemaField }> {
  for (const [name, field] of Object.entries(fields)) {
    yield { structure, name, field }
    if (field.fields) yield* fieldsIn(field.fields, name)
  }
}

test('what CloudFront is taken to assume is what CloudFormation says of it, where it says something', () => {
  const all = Object.entries(cloudFormationSchema.types).flatMap(([type, fields]) => [
    ...fieldsIn(fields, type),
  ])
  const compared = all.flatMap(({ structure, name, field }) => {
    const assumed = assumedValue(structure, name.replace('OriginSSL', 'OriginSsl'))
    return field.default === undefined || assumed === undefined || typeof assumed === 'object'
      ? []
      : [{ place: `${structure}.${name}`, assumed, said: field.default }]
  })
  expect(compared.length).toBeGreaterThan(5)
  expect(compared.filter(({ assumed, said }) => assumed !== said)).toEqual([])
})

test('a version of the provider is asked for as late as anything needs it', () => {
  expect(terraformSchema.oldest).toBe('6.0.0')
  expect(terraformSchema.since['aws_cloudfront_trust_store']).toBe('6.54.0')
  const { origin } = terraformSchema.types['aws_cloudfront_distribution'] ?? {}
  expect(origin?.fields?.['response_completion_timeout']).toMatchObject({ type: 'number', since: '6.25.0' })
})
