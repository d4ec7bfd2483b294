/** Changes of a compiled design that a search tries: plain data, so that a worker can make the same change. */
import { matchesPattern } from '#core/http/path-pattern.ts'
import type { Tuning } from '#core/model/tuning.ts'
import type { CompiledBehavior, CompiledDistribution, KeySettings } from '#core/trace/compile/compiled.ts'
import { type Selection, takesNone } from '#core/trace/compile/selection.ts'

export interface Change {
  /** The behavior's place in the compiled distribution: patterns may occur twice in a design at work. */
  readonly behavior: number
  readonly tuning: Tuning
}

/** Replaces one behavior; the others, and their order, stay. */
function withBehavior(
  distribution: CompiledDistribution,
  index: number,
  changed: CompiledBehavior,
): CompiledDistribution {
  const old = distribution.behaviors[index]
  return {
    ...distribution,
    behaviors: distribution.behaviors.map((behavior, at) => (at === index ? changed : behavior)),
    chooseBehavior: (path) => {
      const chosen = distribution.chooseBehavior(path)
      return chosen === old ? changed : chosen
    },
  }
}

const without = (selection: Selection, names: readonly string[]): Selection => ({
  mode: selection.mode === 'all' ? 'allExcept' : selection.mode,
  names: selection.names.filter((other) => !names.includes(other)),
  takes: (other) => !names.includes(other) && selection.takes(other),
})

function keyWithout(
  key: KeySettings,
  { part, names }: Pick<Extract<Tuning, { kind: 'leave-out' }>, 'part' | 'names'>,
): KeySettings {
  if (part === 'query string') return { ...key, query: without(key.query, names) }
  if (part === 'cookie') return { ...key, cookies: without(key.cookies, names) }
  return {
    ...key,
    headers: without(key.headers, names),
    headerNames: key.headerNames.filter((other) => !names.includes(other)),
  }
}

const aDay = 86_400

/** Everything of the behavior but what decides on caching. */
const cachingOptimized = (behavior: CompiledBehavior, pattern: string): CompiledBehavior => ({
  ...behavior,
  pattern,
  ttl: { ...behavior.ttl, min: 0, default: aDay, max: 365 * aDay, disabled: false },
  key: {
    ...behavior.key,
    query: takesNone,
    headers: takesNone,
    headerNames: [],
    cookies: takesNone,
    gzip: true,
    brotli: true,
  },
})

/** The design with the change made. */
export function withChange(
  distribution: CompiledDistribution,
  { behavior: index, tuning }: Change,
): CompiledDistribution {
  const behavior = distribution.behaviors[index]
  if (!behavior) return distribution
  if (tuning.kind === 'leave-out')
    return withBehavior(distribution, index, { ...behavior, key: keyWithout(behavior.key, tuning) })
  if (tuning.kind === 'lengthen') {
    const { seconds } = tuning
    const ttl = { ...behavior.ttl, min: seconds, max: Math.max(seconds, behavior.ttl.max), default: seconds }
    return withBehavior(distribution, index, { ...behavior, ttl })
  }
  const made = cachingOptimized(behavior, tuning.files)
  return {
    ...distribution,
    behaviors: [...distribution.behaviors, made],
    chooseBehavior: (path) => {
      const chosen = distribution.chooseBehavior(path)
      return chosen === behavior && matchesPattern(tuning.files, path) ? made : chosen
    },
  }
}
