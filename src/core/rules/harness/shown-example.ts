/** A rule's first bad and good example, cut to the object that the finding is about: for its page and its problems. */
import { isRef, isUnknown } from '#core/model/field.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import type { RuleExample, RuleExamples } from './examples.ts'
import type { Finding, Rule, RuleContext } from './rule.ts'
import { findProblems } from './run.ts'

export interface ShownExample {
  /** The object around the place of the finding. */
  readonly around: Path
  readonly finding: Finding
  readonly bad: Shown
  /** Absent where the good example has nothing else to show at that place. */
  readonly good?: Shown
}
export interface Shown {
  readonly name: string
  /** As a person writes it: references in short form. Undefined where the example has nothing at the place. */
  readonly value: unknown
}

const contextOf = (example: RuleExample): RuleContext =>
  'document' in example ? example : { document: example }

/** References in short form, without the keys that only the canvas needs. */
function written(value: unknown): unknown {
  if (isRef(value))
    return value.attribute === undefined ? `!Ref ${value.ref}` : `!GetAtt ${value.ref}.${value.attribute}`
  if (isUnknown(value)) return value.unknown
  if (Array.isArray(value)) return value.map(written)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'key')
      .map(([name, item]) => [name, written(item)]),
  )
}

/** Where a finding is best looked at: the object that holds the field. */
const aroundOf = ({ path }: Finding): Path => path.slice(0, -1)

/** Undefined where the rule has no examples. */
export function shownExample(rule: Rule, examples: RuleExamples | undefined): ShownExample | undefined {
  const [bad] = Object.entries(examples?.invalid ?? {})
  const [good] = Object.entries(examples?.valid ?? {})
  if (!bad) return undefined
  const context = contextOf(bad[1])
  const [finding] = findProblems([rule], context)
  if (!finding) return undefined
  const around = aroundOf(finding)
  const shown = ([name, example]: readonly [string, RuleExample]): Shown => ({
    name,
    value: written(valueAt(contextOf(example).document, around)),
  })
  const [badShown, goodShown] = [shown(bad), good && shown(good)]
  const isTelling =
    goodShown?.value !== undefined && JSON.stringify(goodShown.value) !== JSON.stringify(badShown.value)
  return { around, finding, bad: badShown, ...(isTelling && { good: goodShown }) }
}
