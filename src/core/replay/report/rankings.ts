/** The paths and objects that a report names: the most of something, in an order that leaves nothing to chance. */
import { missReasons } from '#core/replay/serve/outcome.ts'
import type { Replay } from '#core/replay/serve/replay.ts'
import { objectCounts, reasonCount } from '#core/replay/serve/tallies.ts'
import type { PathCount, PathMisses } from './counts.ts'

/** A cache key whose object never came from a cache. */
export interface ColdKey {
  /** As the engine writes it. */
  readonly text: string
  readonly behavior: string
  readonly requests: number
  readonly bytes: number
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byPath = (a: Pick<PathCount, 'path' | 'method'>, b: Pick<PathCount, 'path' | 'method'>) =>
  byText(a.path, b.path) || byText(a.method, b.method)

export const byRequests = (a: PathCount, b: PathCount): number => b.requests - a.requests || byPath(a, b)
export const byMisses = (a: PathMisses, b: PathMisses): number =>
  b.originRequests - a.originRequests || byPath(a, b)
export const byColdRequests = (a: ColdKey, b: ColdKey): number =>
  b.requests - a.requests || byText(a.text, b.text)

/** The numbers below `count` for which a score is highest, without sorting them all. */
function highest(
  count: number,
  wanted: number,
  score: (number: number) => number,
  tie: (a: number, b: number) => number,
): number[] {
  const best: number[] = []
  const isBefore = (a: number, b: number) => score(a) > score(b) || (score(a) === score(b) && tie(a, b) < 0)
  for (let number = 0; number < count; number += 1) {
    if (score(number) <= 0) continue
    const last = best[wanted - 1]
    if (last !== undefined && !isBefore(number, last)) continue
    const at = best.findIndex((other) => isBefore(number, other))
    best.splice(at < 0 ? best.length : at, 0, number)
    if (best.length > wanted) best.pop()
  }
  return best
}

/** The path pattern of a behavior. */
const patternOf = ({ distribution }: Replay, behavior: number): string =>
  distribution.behaviors[behavior]?.pattern ?? '*'

function pathCount(replay: Replay, number: number): PathCount {
  const { tallies, shapes } = replay
  const counted = shapes.paths.at(number)
  return {
    method: counted.method,
    path: counted.path,
    behavior: patternOf(replay, counted.behavior),
    requests: tallies.paths.get(number * objectCounts.width),
    bytes: tallies.paths.get(number * objectCounts.width + objectCounts.bytes),
    hits: tallies.paths.get(number * objectCounts.width + objectCounts.hits),
  }
}

function highestPaths(replay: Replay, wanted: number, score: (number: number) => number): number[] {
  const { paths } = replay.shapes
  return highest(paths.length, wanted, score, (a, b) => byPath(paths.at(a), paths.at(b)))
}

export const mostAsked = (replay: Replay, wanted: number): PathCount[] =>
  highestPaths(replay, wanted, (number) => replay.tallies.paths.get(number * objectCounts.width)).map(
    (number) => pathCount(replay, number),
  )

export function mostMissed(replay: Replay, wanted: number): PathMisses[] {
  const { pathMisses } = replay.tallies
  const missesOf = (number: number) => {
    let sum = 0
    for (let reason = 1; reason < reasonCount; reason += 1)
      sum += pathMisses.get(number * reasonCount + reason)
    return sum
  }
  return highestPaths(replay, wanted, missesOf).map((number) => ({
    ...pathCount(replay, number),
    originRequests: missesOf(number),
    reasons: missReasons
      .flatMap((reason, index) => {
        const requests = index === 0 ? 0 : pathMisses.get(number * reasonCount + index)
        return requests === 0 ? [] : [{ reason, requests }]
      })
      .sort((a, b) => b.requests - a.requests),
  }))
}

/** Keys that were asked for, how many of them never hit, and the most asked of those. */
export function coldKeys(
  replay: Replay,
  wanted: number,
): { requestedKeys: number; neverHit: number; cold: ColdKey[] } {
  const { keys, tallies } = replay
  const count = (key: number, of: number) => tallies.keys.get(key * objectCounts.width + of)
  const coldRequests = (key: number) =>
    count(key, objectCounts.hits) === 0 ? count(key, objectCounts.requests) : 0
  let neverHit = 0
  for (let key = 0; key < keys.texts.length; key += 1) if (coldRequests(key) > 0) neverHit += 1
  const worst = highest(keys.texts.length, wanted, coldRequests, (a, b) =>
    byText(keys.texts[a] ?? '', keys.texts[b] ?? ''),
  )
  return {
    requestedKeys: keys.texts.length,
    neverHit,
    cold: worst.map((key) => ({
      text: keys.texts[key] ?? '',
      behavior: patternOf(replay, keys.behaviors[key] ?? 0),
      requests: count(key, objectCounts.requests),
      bytes: count(key, objectCounts.bytes),
    })),
  }
}
