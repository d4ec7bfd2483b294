import { expect, test } from 'vitest'
import { neighborKindOf, neighborKinds, terraformFormOf } from './index.ts'
import type { TerraformBlock } from './kind/terraform.ts'

const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index)

test('a type is of one kind, in CloudFormation and in Terraform', () => {
  expect(twice(neighborKinds.flatMap(({ types }) => types))).toEqual([])
  expect(twice(neighborKinds.flatMap(({ terraform }) => Object.keys(terraform)))).toEqual([])
  expect(twice(neighborKinds.map(({ id }) => id))).toEqual([])
  expect(twice(['a', 'b', 'a'])).toEqual(['a'])
})

/** A block that says nothing. */
const empty: TerraformBlock = { value: () => undefined, blocks: () => [], policy: () => undefined }

test('every form reads a block that says nothing', () => {
  const read = neighborKinds
    .flatMap(({ terraform }) => Object.values(terraform))
    .map((form) => form.read(empty))
  expect(read.length).toBeGreaterThan(40)
  for (const properties of read) expect(properties).toBeTypeOf('object')
})

test('a part of a neighbor has the type of one that stands for itself', () => {
  const owners = neighborKinds
    .flatMap(({ terraform }) => Object.values(terraform))
    .flatMap(({ partOf, type }) => (partOf === undefined ? [] : [type]))
  expect(owners.filter((type) => neighborKindOf(type) === undefined)).toEqual([])
  expect(terraformFormOf('aws_s3_bucket_acl')?.partOf).toBe('bucket')
})

test('every kind says what matters of one that says nothing', () => {
  const document = { formatVersion: 1, resources: {}, layout: {}, scenarios: [] } as const
  for (const { types, matters } of neighborKinds)
    for (const type of types)
      expect(matters({ id: 'One', type, config: {}, parts: [] }, document)).toBeTypeOf('object')
})

test('what no property should hold is told of without an exception', () => {
  const document = { formatVersion: 1, resources: {}, layout: {}, scenarios: [] } as const
  for (const odd of [null, 'text', 7, [null], {}])
    for (const { types, matters } of neighborKinds) {
      const config = new Proxy<Record<string, unknown>>({}, { get: () => odd })
      expect(matters({ id: 'One', type: types[0] ?? '', config, parts: [] }, document)).toBeTypeOf('object')
    }
})
