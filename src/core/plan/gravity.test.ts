import { expect, test } from 'vitest'
import type { ConsequenceKind } from './consequences.ts'
import { gravity } from './gravity.ts'
import type { Plan, PlanAction, PlanStep } from './plan.ts'

const step = (resource: string, action: PlanAction, ...kinds: readonly ConsequenceKind[]): PlanStep => ({
  resource,
  type: 'Distribution',
  action,
  changes: [],
  consequences: kinds.map((kind) => ({ kind, text: kind })),
  because: 'journal',
  conflicts: [],
})
const plan = (...steps: readonly PlanStep[]): Plan => ({
  steps,
  left: [],
  notCarried: [],
  conflicts: [],
  stays: [],
})

test('outages, names removed and access opened ask for a name, each resource once', () => {
  const { grave, deletions } = gravity(
    plan(
      step('Down', 'update', 'outage', 'name-removed', 'cost'),
      step('Open', 'update', 'access-opened'),
      step('Calm', 'update', 'cache-lost', 'note'),
    ),
  )
  expect(grave).toEqual([
    { resource: 'Down', what: 'it stops answering, names stop answering' },
    { resource: 'Open', what: 'access is opened' },
  ])
  expect(deletions).toEqual([])
})

test('a deletion is asked for as a deletion, not as an outage too', () => {
  expect(gravity(plan(step('Gone', 'delete', 'outage')))).toEqual({ deletions: ['Gone'], grave: [] })
  expect(gravity(undefined)).toEqual({ deletions: [], grave: [] })
})
