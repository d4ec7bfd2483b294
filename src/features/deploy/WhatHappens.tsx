import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { type ConsequenceKind, consequenceKinds } from '#core/plan/consequences.ts'
import type { Plan } from '#core/plan/plan.ts'
import styles from './deploy.module.css'

const words: Readonly<Record<ConsequenceKind, string>> = {
  outage: 'Outage',
  'name-removed': 'Name removed',
  'access-opened': 'Access opened',
  'viewers-refused': 'Viewers refused',
  routing: 'Routing',
  'cache-lost': 'Caches lost',
  'cache-kept': 'Caches',
  cost: 'Cost',
  note: 'Good to know',
}
const icons: Readonly<Partial<Record<ConsequenceKind, typeof Info>>> = {
  outage: CircleAlert,
  'name-removed': CircleAlert,
  'access-opened': CircleAlert,
  'viewers-refused': TriangleAlert,
  routing: TriangleAlert,
  'cache-lost': TriangleAlert,
}

/** Every consequence of a plan, the gravest first, each with what has it. */
function inOrder({ steps }: Plan) {
  const all = steps.flatMap(({ resource, action, consequences }) =>
    consequences.map((one) => ({ ...one, resource, action })),
  )
  return consequenceKinds.flatMap((kind) => all.filter((one) => one.kind === kind))
}

/** How many resources come, change and go. */
export function planSummary({ steps }: Plan): string {
  const of = (...actions: readonly string[]) => steps.filter(({ action }) => actions.includes(action)).length
  const parts = [
    [of('create', 'replace'), 'to create'],
    [of('update'), 'to change'],
    [of('delete'), 'to delete'],
    [of('unchanged'), 'unchanged'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ')
}

/** What an apply means for those who use the site: read before what it changes. */
export function WhatHappens({ plan }: { readonly plan: Plan }) {
  const all = inOrder(plan)
  if (all.length === 0) return null
  return (
    <section className={styles['happens']} aria-label="What will happen">
      <h3>What will happen</h3>
      <ul>
        {all.map(({ kind, text, resource }) => {
          const Icon = icons[kind] ?? Info
          return (
            <li key={`${resource} ${text}`} data-kind={kind}>
              <Icon size={15} aria-hidden />
              <b>{words[kind]}</b>
              <span>
                {text} <span className={styles['muted']}>{resource}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
