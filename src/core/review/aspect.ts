/** One thing about a behavior that can change. Each is one file of `aspects`, listed in its index. */
import type { Path } from '#core/model/path.ts'
import type { Change, Difference, What } from './change.ts'
import { type Here, settingPointer } from './side.ts'
import { expressionsIn, notKnown } from './unknown.ts'

export interface Aspect {
  readonly what: What
  /** As the beginning of a sentence: `The cache key`. */
  readonly title: string
  /** The values as written that decide it, so that expressions in them are seen. */
  readonly reads: (here: Here) => readonly unknown[]
  /** The effective value in words. */
  readonly says: (here: Here) => string
  /** The setting that decides it. */
  readonly field: (here: Here) => Path
  readonly compare: (before: Here, after: Here) => Iterable<Difference>
}

const expressions = (aspect: Aspect, here: Here) =>
  aspect.reads(here).flatMap((value) => expressionsIn(here.side.document, value))

const keysOf = (list: readonly { readonly key: string }[]) =>
  [...new Set(list.map(({ key }) => key))].sort().join('\n')

/** Where the two sides are decided by different expressions, nobody can say before the deployment whether they agree. */
function undecided(aspect: Aspect, before: Here, after: Here): Difference | undefined {
  const [old, now] = [expressions(aspect, before), expressions(aspect, after)]
  if (keysOf(old) === keysOf(now)) return undefined
  const words = (list: typeof old, here: Here) =>
    list.length === 0 ? aspect.says(here) : notKnown(list.map(({ text }) => text))
  return {
    before: words(old, before),
    after: words(now, after),
    severity: 'change',
    text: `${aspect.title} cannot be compared: it is ${words(old, before)} before, and ${words(now, after)} after.`,
  }
}

/** What changes of one aspect for a path that goes from one behavior to the other. */
export function changesOf(aspect: Aspect, before: Here, after: Here): Change[] {
  const unknown = undecided(aspect, before, after)
  const found = unknown ? [unknown] : [...aspect.compare(before, after)]
  return found.map(({ setting, kinds = [], shownBy = [], ...difference }) => ({
    what: aspect.what,
    ...difference,
    setting: setting ?? settingPointer(after.side, aspect.field(after)),
    kinds,
    shownBy,
  }))
}
