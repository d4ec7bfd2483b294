import { expect, test } from 'vitest'
import { emptyDesign } from './document.ts'
import { setAt } from './edit.ts'
import { commit, type History, redo, startHistory, undo } from './history.ts'
import { keepHistory, lastEdits, resumeHistory } from './kept-history.ts'

const named = (name: string, comment = name) =>
  setAt(['resources', name], { type: 'Distribution', config: { Comment: comment } }, `Add ${name}`)
const edited = (count: number, comment?: string): History =>
  Array.from({ length: count }, (_, at) => named(`Site${at}`, comment)).reduce(
    commit,
    startHistory(emptyDesign),
  )

test('a history that was kept and taken up again undoes and redoes by the same names', () => {
  const history = undo(edited(120))
  const again = resumeHistory(structuredClone(keepHistory(history, 1_000_000)), history.present)
  expect(again.past).toHaveLength(119)
  expect(again.past.at(-1)?.label).toBe('Add Site118')
  expect(redo(again).present.resources).toHaveProperty('Site119')
  expect(undo(again).present).toEqual(undo(history).present)
})

test('a copy of all snapshots keeps what they share, so that undo changes only what the edit changed', () => {
  const { past, present } = resumeHistory(
    structuredClone(keepHistory(edited(3), 1_000_000)),
    edited(3).present,
  )
  expect(present.resources['Site0']).toBe(past.at(-1)?.document.resources['Site0'])
})

test('what snapshots share counts once, and the oldest steps go where the budget ends', () => {
  const history = edited(100, 'x'.repeat(1000))
  expect(keepHistory(history, 1_000_000).past).toHaveLength(100)
  const { past, present } = keepHistory(history, 110_000)
  expect(past.length).toBeLessThan(100)
  expect(past.at(-1)).toBe(history.past.at(-1))
  expect(present).toBe(history.present)
  expect(keepHistory(history, 0)).toEqual({ past: [], present, future: [] })
})

test('steps to redo go from the far end where the budget ends', () => {
  const history = [1, 2, 3, 4].reduce(undo, edited(4, 'x'.repeat(1000)))
  const { future } = keepHistory(history, 2_400)
  expect(future.map(({ label }) => label)).toEqual(['Add Site0', 'Add Site1'])
})

test('a design that was saved after its history keeps the way back to where the history ends', () => {
  const kept = keepHistory(edited(2), 1_000_000)
  const { present } = edited(3)
  const again = resumeHistory(kept, present)
  expect(again.past.at(-1)?.label).toBe(lastEdits)
  expect(undo(again).present).toEqual(edited(2).present)
  expect(again.present).toBe(present)
})

test('without a kept history it starts anew', () =>
  expect(resumeHistory(undefined, emptyDesign)).toEqual(startHistory(emptyDesign)))
