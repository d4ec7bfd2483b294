import { expect, test } from 'vitest'
import { emptyDesign, stickiesOf } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import { addSticky, changeSticky, removeSticky } from './stickies.ts'

const place = { x: 10, y: 20 }
const one = addSticky(emptyDesign, 'note', place)
const noted = applyEdit(emptyDesign, one.edit)

test('a note is added where it is put, and takes text, place and size', () => {
  const after = [
    changeSticky(one.id, { text: 'ask before changing' }),
    changeSticky(one.id, { x: 1, y: 2 }),
    changeSticky(one.id, { width: 300, height: 80 }),
  ].reduce(applyEdit, noted)
  expect(stickiesOf(after)).toEqual([
    ['note-1', { kind: 'note', text: 'ask before changing', x: 1, y: 2, width: 300, height: 80 }],
  ])
})

test('notes and frames have names of their own, also after one is gone', () => {
  const frame = addSticky(noted, 'frame', place)
  const both = applyEdit(noted, frame.edit)
  const without = applyEdit(both, removeSticky(one.id))
  expect(stickiesOf(without).map(([id]) => id)).toEqual(['frame-1'])
  expect(addSticky(both, 'note', place).id).toBe('note-2')
})

test('a design without notes has no field of them, and a change of one that is gone does nothing', () => {
  expect(applyEdit(noted, removeSticky(one.id))).not.toHaveProperty('stickies')
  expect(applyEdit(emptyDesign, changeSticky('note-9', { text: 'x' }))).toEqual(emptyDesign)
})
