/** What two selections of names take, compared by what they do: names are tried, since policies say it in four ways. */

import type { Selection } from '#core/trace/compile/selection.ts'

/** A name that no policy holds. */
const unnamed = 'zq-unnamed-zq'

export interface TakesChange {
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  /** What becomes of names that neither side mentions. */
  readonly others: 'gained' | 'lost' | null
  /** Of all others that were gained, the names that a policy takes out. */
  readonly but: readonly string[]
  readonly isNone: boolean
  /** Some of the names are taken by both. */
  readonly kept: boolean
}

type Takes = (name: string) => boolean

/** Names that a pattern such as `wp_*` takes. */
const samplesOf = (name: string): readonly string[] =>
  /[*?]/.test(name) ? ['zq', ''].map((text) => name.replaceAll('*', text).replaceAll('?', 'z')) : [name]

/** The names that policies of the kind “all but these” take out. */
export const takenOut = (selections: readonly Selection[]): readonly string[] =>
  selections.flatMap(({ mode, names }) => (mode === 'allExcept' ? names : []))

/**
 * Compares two selections over the names that either mentions, and one that neither does. `out` are names that either
 * side takes out of all.
 */
export function takesChange(
  before: Takes,
  after: Takes,
  names: Iterable<string>,
  out: Iterable<string>,
): TakesChange {
  const gained: string[] = []
  const lost: string[] = []
  for (const name of new Set(names)) {
    const samples = samplesOf(name)
    if (samples.some((sample) => !before(sample) && after(sample))) gained.push(name)
    if (samples.some((sample) => before(sample) && !after(sample))) lost.push(name)
  }
  const kept = [...new Set(names)].some((name) => samplesOf(name).every((one) => before(one) && after(one)))
  const [had, has] = [before(unnamed), after(unnamed)]
  const others = had === has ? null : has ? 'gained' : 'lost'
  const but = others === 'gained' ? [...new Set(out)].filter((name) => !samplesOf(name).some(after)) : []
  const isNone = gained.length === 0 && lost.length === 0 && others === null
  return { gained, lost, others, but, kept, isNone }
}

const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')

/** What was gained or lost, as a noun phrase; undefined where nothing was. */
export function phrase(
  { gained, lost, others, but, kept }: TakesChange,
  which: 'gained' | 'lost',
  [one, many]: readonly [string, string],
): string | undefined {
  const names = which === 'gained' ? gained : lost
  if (others === which)
    return `every ${kept ? 'other ' : ''}${one}${but.length > 0 ? ` but ${listed(but)}` : ''}`
  return names.length === 0 ? undefined : `the ${names.length === 1 ? one : many} ${listed(names)}`
}

/** Requests that carry each of the names, one each. */
export const tried = ({ gained, lost, others }: TakesChange): string[] =>
  [...gained, ...lost, ...(others === null ? [] : [unnamed])].map((name) => samplesOf(name)[0] ?? name)
