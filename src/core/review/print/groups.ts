/** What a reader is shown as one: the same change of many paths is told once. */
import { byGravity, type Change, type Severity, severities } from '#core/review/change.ts'
import type { RoutingClass, SiteReview } from '#core/review/site-review.ts'
import { isCrossing } from '#core/review/words.ts'

export interface Group {
  readonly classes: readonly RoutingClass[]
  readonly changes: readonly Change[]
  readonly severity: Severity
}

const gravest = (changes: readonly Change[]): Severity =>
  severities.find((severity) => changes.some((change) => change.severity === severity)) ?? 'note'

const sameness = ({ changes }: RoutingClass) =>
  JSON.stringify(changes.map(({ what, before, after, text }) => [what, before, after, text]))

/** The gravest first; of the same gravity what concerns more paths. */
const rank = ({ classes, severity }: Group): number =>
  2 * severities.indexOf(severity) + (classes.every(({ paths }) => isCrossing(paths)) ? 1 : 0)

/** Classes with the very same changes together, the gravest first. */
export function groupsOf({ routing }: SiteReview): Group[] {
  const groups = new Map<string, RoutingClass[]>()
  for (const one of routing) {
    const isMoved = one.changes.length === 0
    const key = isMoved ? `moved ${one.before.behavior} ${one.after.behavior}` : sameness(one)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
    .map((classes) => {
      const changes = byGravity(classes[0]?.changes ?? [])
      return { classes, changes, severity: gravest(changes) }
    })
    .sort((one, other) => rank(one) - rank(other))
}

/** `by “/api/*” to api instead of by “*” to web`, or nothing where neither differs. */
export function moveOf({ before, after }: RoutingClass): string {
  const place = ({ behavior, origin }: RoutingClass['before']) =>
    `${behavior === '*' ? 'the default behavior' : `the behavior ${behavior}`} → ${origin}`
  return before.behavior === after.behavior && before.origin === after.origin
    ? place(after)
    : `${place(before)} becomes ${place(after)}`
}

export const severityWords: Readonly<Record<Severity, string>> = {
  danger: 'Danger',
  change: 'Change',
  note: 'Note',
}
