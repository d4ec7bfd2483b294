import { type JournalEntry, lastWords } from '#core/plan/journal.ts'

const doing = {
  create: ['created', 'creating'],
  update: ['changed', 'changing'],
  delete: ['deleted', 'deleting'],
  import: ['taken over', 'taking over'],
} as const

/** What was done in a run. Of a step without an answer nobody knows whether it was done. */
export const stepsInWords = (entries: readonly JournalEntry[]): string =>
  lastWords(entries)
    .map(({ resource, action, status }) => {
      const [done, under] = doing[action]
      if (status === 'done') return `${resource} ${done}`
      return `${under} ${resource} was ${status === 'failed' ? 'refused' : 'cut off before an answer'}`
    })
    .join(', ')
