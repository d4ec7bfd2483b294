import { expect, test } from 'vitest'
import { meet, regionFor, type View } from './sight.ts'

const view = (x: number, y: number, zoom = 1): View => ({
  transform: [-x * zoom, -y * zoom, zoom],
  width: 800,
  height: 600,
})
const node = { x: 0, y: 1000, width: 250, height: 54 }

test('nodes are drawn up to a quarter of a canvas around what is seen', () => {
  const region = regionFor(view(0, 0), undefined)
  expect(meet(region, { ...node, y: 749 })).toBe(true)
  expect(meet(region, { ...node, y: 751 })).toBe(false)
})

test('a small move keeps the region, so that nothing is drawn again', () => {
  const region = regionFor(view(0, 0), undefined)
  expect(regionFor(view(100, 140), region)).toBe(region)
})

test('a move by more than the margin makes another region around what is seen', () => {
  const region = regionFor(view(0, 350), regionFor(view(0, 0), undefined))
  expect(meet(region, node)).toBe(true)
})

test('zooming out makes the region larger, zooming in far makes it smaller', () => {
  const region = regionFor(view(0, 0), undefined)
  const out = regionFor(view(0, 0, 0.5), region)
  expect(meet(out, node)).toBe(true)
  expect(regionFor(view(0, 0, 0.7), out).height).toBe(out.height)
  expect(regionFor(view(0, 0), out).height).toBe(region.height)
})
