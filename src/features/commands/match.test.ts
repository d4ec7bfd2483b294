import { expect, test } from 'vitest'
import { matchRank } from './match.ts'

test('a label that begins with the letters comes before one whose word does, and that before one that holds them', () => {
  const ranks = ['Undo', 'Run undo', 'Redundo'].map((label) => matchRank(label, 'undo'))
  expect(ranks).toEqual([0, 1, 2])
  expect(matchRank('Open', 'undo')).toBeUndefined()
})

test('words are found in any order, and each may be a beginning', () => {
  expect(matchRank('Add Cache behavior', 'add behav')).toBeDefined()
  expect(matchRank('Add Cache behavior', 'behavior cache')).toBeDefined()
})

test('first letters of words are enough, letters scattered over a label are not', () => {
  expect(matchRank('Fit everything into the canvas', 'feic')).toBeDefined()
  expect(matchRank('Use CachingOptimized (cache policy)', 'tidy')).toBeUndefined()
})
