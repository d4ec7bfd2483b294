/** What of a plan needs more than one click or one “yes”. */
import type { LogicalId } from '#core/model/document.ts'
import { type ConsequenceKind, isGrave } from './consequences.ts'
import type { Plan } from './plan.ts'

const words: Readonly<Partial<Record<ConsequenceKind, string>>> = {
  outage: 'it stops answering',
  'name-removed': 'names stop answering',
  'access-opened': 'access is opened',
}

export interface Gravity {
  /** Each is deleted only where its name is typed; without it the rest is applied. */
  readonly deletions: readonly LogicalId[]
  /** Without the name of each of them nothing is applied. */
  readonly grave: readonly { readonly resource: LogicalId; readonly what: string }[]
}

export function gravity(plan: Plan | undefined): Gravity {
  const steps = plan?.steps ?? []
  return {
    deletions: steps.filter(({ action }) => action === 'delete').map(({ resource }) => resource),
    grave: steps
      .filter(({ action, consequences }) => action !== 'delete' && isGrave(consequences))
      .map(({ resource, consequences }) => ({
        resource,
        what: [...new Set(consequences.flatMap(({ kind }) => words[kind] ?? []))].join(', '),
      })),
  }
}
