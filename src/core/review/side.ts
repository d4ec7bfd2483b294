/** One of the two designs, ready to be looked up in. */
import type { AccountFacts } from '#core/model/account.ts'
import type { Behavior, DesignDocument, DistributionConfig, LogicalId } from '#core/model/document.ts'
import { type Path, toPointer, valueAt } from '#core/model/path.ts'
import { compileOnce } from '#core/trace/compile/compile-once.ts'
import type { CompiledBehavior, CompiledDistribution } from '#core/trace/compile/compiled.ts'

export interface Side {
  readonly document: DesignDocument
  readonly id: LogicalId
  readonly config: DistributionConfig
  readonly compiled: CompiledDistribution
}

/** A behavior of a side, made ready and as it is written. */
export interface Here {
  readonly side: Side
  readonly behavior: CompiledBehavior
  readonly raw: Behavior
}

export function sideOf(document: DesignDocument, id: LogicalId, account?: AccountFacts): Side {
  const resource = document.resources[id]
  if (resource?.type !== 'Distribution') throw new Error(`The design holds no distribution “${id}”.`)
  return { document, id, config: resource.config, compiled: compileOnce(document, id, account) }
}

export const behaviorAt = (side: Side, behavior: CompiledBehavior): Here => ({
  side,
  behavior,
  // The compiled behavior's path leads to the behavior that it was made from, or to none where there is no default.
  raw: (valueAt(side.document, behavior.path) ?? {}) as Behavior,
})

/** The default behavior's patterns is every path. */
export const behaviorName = ({ pattern, index }: CompiledBehavior): string =>
  index === undefined ? '*' : pattern.startsWith('/') || pattern.startsWith('*') ? pattern : `/${pattern}`

/** A behavior in a sentence. */
export const spokenBehavior = (behavior: CompiledBehavior): string =>
  behavior.index === undefined ? 'the default behavior' : `“${behaviorName(behavior)}”`

/** The items of a list stand under `Items` in the API's form. */
const inItems = (path: Path): Path =>
  path.flatMap((step, at) =>
    typeof step === 'number' && path[at - 1] !== 'Items' ? ['Items', step] : [step],
  )

/** A pointer into the plain configuration of a distribution, or `/resources/<kind>/<id>/…` for another resource. */
export function settingPointer({ document }: Side, path: Path): string {
  const [root, id, , ...rest] = path
  if (root !== 'resources' || id === undefined) return toPointer(inItems(path))
  const type = document.resources[id]?.type ?? 'Unknown'
  return type === 'Distribution'
    ? toPointer(inItems(rest))
    : toPointer(['resources', type, id, ...inItems(rest)])
}

/**
 * The setting behind a value that a policy holds: the behavior's own field where it names another policy than before,
 * or where another behavior serves the path; else the place in the policy.
 */
export function policySetting(before: Here, after: Here, field: keyof Behavior, inside: Path | null): string {
  const own = [...after.behavior.path, field]
  const isSame =
    JSON.stringify(before.raw[field]) === JSON.stringify(after.raw[field]) &&
    before.behavior.pattern === after.behavior.pattern
  return settingPointer(after.side, isSame && inside !== null ? inside : own)
}
