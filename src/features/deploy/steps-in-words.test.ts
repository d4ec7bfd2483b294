import { expect, test } from 'vitest'
import type { JournalEntry } from '#core/plan/journal.ts'
import { stepsInWords } from './steps-in-words.ts'

const entry = (resource: string, status: JournalEntry['status'], action: JournalEntry['action'] = 'create') =>
  ({ resource, status, action, run: 'a', at: '2026-01-05T00:00:00.000Z', type: 'Function' }) as JournalEntry

test('a step is called done only where AWS has answered that it is', () => {
  expect(
    stepsInWords([
      entry('One', 'begun'),
      entry('One', 'done'),
      entry('Two', 'begun', 'delete'),
      entry('Two', 'failed', 'delete'),
      entry('Three', 'begun'),
    ]),
  ).toBe('One created, deleting Two was refused, creating Three was cut off before an answer')
})
