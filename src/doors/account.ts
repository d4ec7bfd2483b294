/** What is remembered of an account: journals and saved plans; and what a team has decided. */
import { readAccount } from '#core/plan/account.ts'
import { madeIn } from '#core/plan/around.ts'
import { journalIn, ownedBy, parseJournal, runsOf } from '#core/plan/journal.ts'
import { planDesign } from '#core/plan/plan.ts'
import { documentOf, noLongerTrue, readSavedPlan } from '#core/plan/saved.ts'
import { planUndo } from '#core/plan/undo.ts'
import { readProject } from '#core/rules/harness/project.ts'
import { rules } from '#core/rules/index.ts'
import { MemoryAccount } from '#fixtures/memory-account.ts'
import { type Door, textOf } from './door.ts'

const scope = { endpoint: 'http://127.0.0.1:4566', account: '000000000000', partition: 'aws' }
const entry = {
  run: 'r1',
  at: '2026-01-01T00:00:00Z',
  resource: 'Cache',
  type: 'CachePolicy',
  action: 'create',
  status: 'done',
  in: scope,
  physicalId: 'CachePolicy-policy',
  after: { Name: 'policy', MinTTL: 0 },
}
const site = {
  ...entry,
  resource: 'Site',
  type: 'Distribution',
  physicalId: 'Distribution-Site',
  after: { CallerReference: 'a', Enabled: true },
}
const made = { made: 'bucket', resource: 'Files', value: 'files-1', status: 'done', at: entry.at, in: scope }
const lines = (...all: readonly object[]) => all.map((one) => `${JSON.stringify(one)}\n`).join('')

const savedPlan = {
  frontagePlan: 2,
  in: scope,
  resources: { Cache: { type: 'CachePolicy', config: { Name: 'policy', MinTTL: 1 } } },
  ids: { Cache: 'CachePolicy-policy' },
  fresh: [],
  source: 'cdn.yaml',
  isJournalNamed: false,
  steps: [
    {
      resource: 'Cache',
      type: 'CachePolicy',
      action: 'create',
      changes: [],
      consequences: [],
      because: 'new',
      conflicts: [],
    },
  ],
}

const project = { profile: 'security', rules: { 'behavior/unreachable': { level: 'off', reason: 'known' } } }

export const accountDoors: readonly Door[] = [
  {
    name: 'journals',
    passing: [
      lines(entry, { ...entry, action: 'update', before: entry.after }, site, made),
      lines({ ...entry, action: 'delete', before: entry.after }),
    ],
    enter: async (bytes) => {
      const text = textOf(bytes)
      const journal = journalIn(parseJournal(text), scope)
      madeIn(text, scope)
      const { drivers } = new MemoryAccount()
      const document = documentOf({ ...savedPlan, resources: {} } as never)
      const view = await readAccount(document, drivers, { owned: ownedBy(journal) })
      planDesign(document, view.ok ? view.value.live : {}, view.ok ? view.value.past : undefined)
      for (const run of runsOf(journal)) await planUndo(journal, run, drivers)
    },
  },
  {
    name: 'saved plans',
    passing: [JSON.stringify(savedPlan)],
    enter: async (bytes) => {
      const read = readSavedPlan(textOf(bytes))
      if (!read.ok) return
      const { ids, fresh } = read.value
      const document = documentOf(read.value)
      const view = await readAccount(document, new MemoryAccount().drivers, { ids, fresh: new Set(fresh) })
      if (view.ok) noLongerTrue(read.value, planDesign(document, view.value.live, view.value.past))
    },
  },
  {
    name: 'project files',
    passing: [JSON.stringify(project)],
    enter: (bytes) => readProject(textOf(bytes), rules),
  },
]
