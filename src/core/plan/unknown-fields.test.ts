import { expect, test } from 'vitest'
import { unmentionedPaths } from './unknown-fields.ts'

const config = (settings: object) => ({
  Origins: {
    Quantity: 2,
    Items: [
      { Id: 'b', DomainName: 'b.example.com' },
      { Id: 'a', DomainName: 'a.example.com', CustomOriginConfig: { HTTPPort: 80, ...settings } },
    ],
  },
})
const wanted = { Origins: { Quantity: 2, Items: config({}).Origins.Items.toReversed() } }
const live = config({ FieldOfTomorrow: 'on' })

test('a setting that is newer than Frontage and that a design does not mention stays as it is', () => {
  expect(unmentionedPaths('Distribution', undefined, live, wanted)).toEqual([
    ['Origins', 'Items', 0, 'CustomOriginConfig', 'FieldOfTomorrow'],
  ])
  expect(unmentionedPaths('Distribution', wanted, live, wanted)).toHaveLength(1)
})

test('a setting that the last apply sent is taken away by a design that has it no longer', () => {
  const base = { Origins: { Quantity: 2, Items: live.Origins.Items.toReversed() } }
  expect(unmentionedPaths('Distribution', base, live, wanted)).toEqual([])
})

test('a setting that Frontage knows is no unknown one', () => {
  expect(unmentionedPaths('Distribution', undefined, config({ OriginReadTimeout: 60 }), wanted)).toEqual([])
})
