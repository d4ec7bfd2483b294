/** The ForwardedValues that behaviors use: those without a cache policy. */
import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { behaviorName, eachBehavior } from './walk.ts'

type Values = Exclude<Behavior['ForwardedValues'], undefined | { ref: string } | { unknown: string }>

export function* legacyValues(
  document: DesignDocument,
): Generator<{ readonly values: Values; readonly owner: string; readonly path: Path }> {
  for (const placed of eachBehavior(document)) {
    const { ForwardedValues: field, CachePolicyId: policy } = placed.behavior
    const values = known(field)
    if (values && (policy === undefined || policy === ''))
      yield { values, owner: behaviorName(placed), path: [...placed.path, 'ForwardedValues'] }
  }
}
