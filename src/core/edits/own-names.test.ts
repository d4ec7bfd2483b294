import { expect, test } from 'vitest'
import { applyEdit } from '#core/model/edit.ts'
import { distribution } from '#fixtures/build.ts'
import { addResource } from './resources.ts'

test('a second resource of a type is added under a name of its own', () => {
  const one = { type: 'KeyValueStore', config: { Name: 'my-store' } } as const
  const first = applyEdit(distribution(), addResource(distribution(), 'Store', one).edit)
  const { id, edit } = addResource(first, 'Store', one)
  expect(applyEdit(first, edit).resources[id]).toEqual({ ...one, config: { Name: 'my-store-2' } })
})
