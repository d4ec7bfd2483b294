import { expect, test } from 'vitest'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'
import { fieldLabel } from './field-label.ts'
import { leavesOf, shapeOf } from './more-fields.ts'
import { thingAt } from './thing.ts'

const design = distribution({
  Origins: [customOrigin('web')],
  CacheBehaviors: [behavior('/a/*', 'web')],
  CustomErrorResponses: [{ ErrorCode: 404 }],
})
const site = ['resources', 'Site', 'config'] as const
const things = [
  [...site],
  [...site, 'DefaultCacheBehavior'],
  [...site, 'CacheBehaviors', 0],
  [...site, 'Origins', 0],
].flatMap((path) => thingAt(design, path) ?? [])

test('no field of the model is called by its name in the API where it has words', () => {
  for (const thing of things) {
    const data = shapeOf(thing.shape)
    if (data?.kind !== 'structure') throw new Error(`${thing.shape} has no fields.`)
    for (const { path } of leavesOf(data.fields)) {
      const label = fieldLabel(thing, path)
      expect(label, path.join('.')).toBeDefined()
      for (const name of path.filter((one) => /[a-z][A-Z]/.test(one))) expect(label).not.toContain(name)
    }
  }
})

test('a field has the label of its form, and a part of a list its place', () => {
  const [distributionThing, , row] = things
  if (!distributionThing || !row) throw new Error('Both are there.')
  expect(fieldLabel(row, ['CachePolicyId'])).toBe('Cache policy')
  expect(fieldLabel(row, ['MinTTL'])).toBe('Minimum TTL')
  expect(fieldLabel(row, [])).toBeUndefined()
  expect(fieldLabel(distributionThing, ['CustomErrorResponses', 0, 'ErrorCode'])).toBe(
    'Custom error responses 1: Error code',
  )
  expect(fieldLabel(distributionThing, ['ViewerCertificate'])).toBe('Viewer certificate')
  expect(fieldLabel(distributionThing, ['Restrictions', 'GeoRestriction'])).toBe('Geographic restriction')
})
