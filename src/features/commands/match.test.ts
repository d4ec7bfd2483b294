import { expect, test } from 'vitest'
import { matchRank } from './match.ts'

test('a label that begins with the letters comes before one that holds them, and that before a scattered one', () => {
  const ranks = ['Undo', 'Run undo', 'Redundo', 'Under no door'].map((label) => matchRank(label, 'undo'))
  expect(ranks).toEqual([...ranks].toSorted((a, b) => (a ?? 99) - (b ?? 99)))
  expect(matchRank('Open', 'undo')).toBeUndefined()
})

test('spaces in what is typed do not matter', () =>
  expect(matchRank('Add Cache behavior', 'add behav')).toBeDefined())
