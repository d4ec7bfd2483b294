import { expect, test } from 'vitest'
import { besideDialog, messagePlace } from './message-place.ts'

test('a message stands in the middle of the foot of the drawing, and never wider than it', () => {
  const drawing = { left: 240, top: 44, width: 600, height: 400 }
  expect(messagePlace(drawing, 900)).toEqual({ left: 540, bottom: 468, maxWidth: 560 })
  expect(messagePlace({ ...drawing, width: 300 }, 900)?.maxWidth).toBeLessThan(300)
})

test('what a message covers is within the drawing, wherever that stands', () => {
  for (const left of [0, 240])
    for (const width of [220, 500, 1200]) {
      const place = messagePlace({ left, top: 44, width, height: 300 }, 900)
      expect(place).toBeDefined()
      const half = (place?.maxWidth ?? 0) / 2
      expect((place?.left ?? 0) - half).toBeGreaterThanOrEqual(left)
      expect((place?.left ?? 0) + half).toBeLessThanOrEqual(left + width)
    }
})

test('without a drawing in sight a message has a line of its own', () => {
  expect(messagePlace(undefined, 900)).toBeUndefined()
  // As a pane that another one has taken the window from.
  expect(messagePlace({ left: 0, top: 0, width: 0, height: 0 }, 900)).toBeUndefined()
  expect(messagePlace({ left: 0, top: 0, width: 600, height: 60 }, 900)).toBeUndefined()
})

test('beside an open dialog a message is at the foot of the window', () => {
  expect(besideDialog(1024)).toEqual({ left: 512, bottom: 12, maxWidth: 560 })
  expect(besideDialog(400).maxWidth).toBe(376)
})
