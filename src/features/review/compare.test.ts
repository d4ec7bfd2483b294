import { expect, test } from 'vitest'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'
import { compareDesigns, differingParts, settingPath } from './compare.ts'

const before = distribution({
  Origins: [customOrigin('web'), customOrigin('api')],
  CacheBehaviors: [behavior('/api/*', 'api')],
})
const [id = ''] = Object.keys(before.resources)
const target = ['resources', id, 'config', 'CacheBehaviors', 0, 'TargetOriginId']

test('a path that goes elsewhere is told with a path of it, and its setting leads to the field', () => {
  const after = applyEdit(before, setAt(target, 'web'))
  const [site] = compareDesigns(before, after).sites
  const [routed] = site?.review.routing ?? []
  expect(routed).toMatchObject({ before: { origin: 'api' }, after: { origin: 'web' } })
  const [change] = routed?.changes ?? []
  expect(settingPath(after, id, change?.setting ?? '')?.slice(0, 5)).toEqual(target.slice(0, 5))
})

test('nothing is told of a design against itself', () => {
  const { sites, gone, added } = compareDesigns(before, before)
  expect(sites.map(({ review }) => [review.routing.length, review.distribution.length])).toEqual([[0, 0]])
  expect([gone, added]).toEqual([[], []])
})

test('lines that differ stand beside each other, with three lines around them', () => {
  const text = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`)
  const now = text.with(9, 'another').toSpliced(15, 0, 'more')
  const parts = differingParts(`${text.join('\n')}\n`, `${now.join('\n')}\n`)
  expect(parts).toHaveLength(1)
  const differing = parts.flat().filter((line) => line.before !== line.after)
  expect(differing).toEqual([
    { before: 'line 10', after: 'another', number: 10 },
    { before: undefined, after: 'more', number: 16 },
  ])
  expect(parts[0]?.[0]).toMatchObject({ before: 'line 7', number: 7 })
  expect(differingParts('a\n', 'a\n')).toEqual([])
})
