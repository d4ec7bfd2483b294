import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { gallery } from '#core/gallery/gallery.ts'
import { emptyDesign } from '#core/model/document.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { sketchOf } from './sketch-of.ts'

const texts = import.meta.glob<string>('/public/examples/*', {
  query: '?raw',
  import: 'default',
  eager: true,
})

test.each(gallery.map(({ file, sketch }) => [file, sketch] as const))(
  '%s is sketched as the gallery has it',
  (file, sketch) => {
    const read = readSource(texts[`/public/examples/${file}`] ?? '')
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(sketchOf(read.value.document)).toEqual(sketch)
  },
)

test('a design of nothing has nothing in its sketch, one of many behaviors has as many as are told apart', () => {
  expect(sketchOf(emptyDesign)).toEqual({ targets: [], origins: 0, sites: 0 })
  const Origins = Array.from({ length: 20 }, (_, index) => customOrigin(`o${index}`))
  const { targets, origins } = sketchOf(distribution({ Origins }))
  expect([origins, targets.every((to) => to === 'group' || to < 8)]).toEqual([8, true])
})
