import { expect, test } from 'vitest'
import { glyphOf } from './glyphs.ts'
import { paletteItems } from './index.ts'

test('every item of the palette has a picture of its own kind', () => {
  expect(paletteItems.filter((item) => glyphOf(item) === 'resource').map(({ id }) => id)).toEqual([])
})
