/** One thing about a whole distribution that can change. Each is one file of `wide`, listed in its index. */
import type { Path } from '#core/model/path.ts'
import type { Change, Difference, What } from './change.ts'
import { type Side, settingPointer } from './side.ts'

export interface WideAspect {
  readonly what: What
  /** Within the distribution's configuration. */
  readonly field: Path
  readonly compare: (before: Side, after: Side) => Iterable<Difference>
}

export const wideChangesOf = ({ what, field, compare }: WideAspect, before: Side, after: Side): Change[] =>
  [...compare(before, after)].map(({ setting, kinds = [], shownBy = [], ...difference }) => ({
    what,
    ...difference,
    setting: setting ?? settingPointer(after, [...after.compiled.path, ...field]),
    kinds,
    shownBy,
  }))
