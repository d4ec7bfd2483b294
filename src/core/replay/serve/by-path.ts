/**
 * Serving path by path. Requests for one path find in the processor's cache what the one before has left there, while in
 * the order of time nearly every request waits for memory. Paths do not share objects, so that it comes to the same.
 */
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import { whyNotShardable } from './border.ts'
import type { Rows } from './rows.ts'
import type { Batch } from './window.ts'

/** True where no request can use an object of another path, nor depend on the order of all requests. */
export const mayGoByPath = (distribution: CompiledDistribution): boolean =>
  whyNotShardable(distribution) === null &&
  distribution.behaviors.every(({ functions }) => functions['viewer-request'] === undefined) &&
  [...distribution.errorResponses.values()].every(({ pagePath }) => pagePath === null)

/** Rows by their groups, each group in the order in which its rows were. `groups` is by row, its numbers below `count`. */
export function byGroup(rows: Uint32Array, groups: Uint32Array, count: number): Uint32Array {
  const next = new Uint32Array(count + 1)
  for (const row of rows) {
    const after = (groups[row] as number) + 1 // below the count, as below
    next[after] = (next[after] as number) + 1
  }
  for (let group = 0; group < count; group += 1)
    next[group + 1] = (next[group + 1] as number) + (next[group] as number)
  const ordered = new Uint32Array(rows.length)
  for (const row of rows) {
    const group = groups[row] as number
    const at = next[group] as number
    ordered[at] = row
    next[group] = at + 1
  }
  return ordered
}

/** Rows, which are in the order of time, cut before each of the times. */
export function cutAt(rows: Uint32Array, times: Float64Array, cuts: readonly number[]): Uint32Array[] {
  const parts: Uint32Array[] = []
  let from = 0
  for (const cut of cuts) {
    let to = from
    while (to < rows.length && (times[rows[to] as number] as number) < cut) to += 1 // below the length
    if (to > from) parts.push(rows.subarray(from, to))
    from = to
  }
  if (from < rows.length) parts.push(rows.subarray(from))
  return parts
}

/** Rows in the order in which they are served: one after the other. */
export interface Lineup {
  readonly rows: Rows
  readonly clock: number
}

/**
 * The rows of a batch by their groups, between one cut and the next. They are laid down in that order, since picking a
 * row takes longer than all that is done with it.
 */
export function lineUp({ rows, order, clock }: Batch, cuts: readonly number[], groups: number): Lineup {
  const all = new Uint32Array(order.length)
  let at = 0
  for (const part of cutAt(order, rows.times, cuts)) {
    all.set(byGroup(part, rows.groups, groups), at)
    at += part.length
  }
  return { rows: rows.pick(all), clock }
}
