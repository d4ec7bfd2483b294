import { expect, test } from 'vitest'
import { placeAcross } from './place-across.ts'

const site = (...keys: string[]) => ({
  Site: {
    type: 'Distribution' as const,
    config: { CacheBehaviors: keys.map((key) => ({ key, PathPattern: `/${key}/*`, TargetOriginId: 'o' })) },
  },
})
const behavior = (index: number) => ['resources', 'Site', 'config', 'CacheBehaviors', index, 'TargetOriginId']

test('a place follows its behavior where others come, go and change their order', () => {
  const before = site('a', 'b', 'c')
  expect(placeAcross(before, site('b', 'c'), behavior(2))).toEqual(behavior(1))
  expect(placeAcross(before, site('c', 'a', 'b'), behavior(2))).toEqual(behavior(0))
  expect(placeAcross(before, before, behavior(2))).toEqual(behavior(2))
})

test('a place in what is gone is nowhere, and not in what stands there now', () => {
  expect(placeAcross(site('a', 'b', 'c'), site('a', 'c'), behavior(1))).toBeUndefined()
})

test('a place in a list without keys, and one that was not set, stay as they are', () => {
  const listed = { Site: { type: 'Distribution' as const, config: { Aliases: ['a', 'b'] } } }
  const alias = ['resources', 'Site', 'config', 'Aliases', 1]
  expect(placeAcross(listed, { ...listed }, alias)).toEqual(alias)
  const unset = ['resources', 'Site', 'config', 'Comment']
  expect(placeAcross(listed, { ...listed }, unset)).toEqual(unset)
})
