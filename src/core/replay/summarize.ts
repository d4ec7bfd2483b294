/** Brings the tallies of a replay into the groups of its report. Everything here is a sum, so every figure is exact. */

import { missReasons, type Outcome } from './outcome.ts'
import type { Replay } from './replay.ts'
import {
  type Count,
  emptyCount,
  type Group,
  hitRatio,
  type LatencyClass,
  type LoggedLatency,
  type NeverHitObject,
  type OriginGroup,
  type PathCount,
  type PathMisses,
  type TimeGroup,
  type Trust,
} from './report.ts'
import { loggedCounts, loggedResults, objectCounts, placeCounts, reasonCount } from './tallies.ts'

/** Adds requests of one outcome to a count. */
function addTo(count: Count, outcome: Outcome, requests: number, bytes: number, originBytes: number): void {
  count.requests += requests
  count.bytes += bytes
  count.originBytes += originBytes
  const { resultType, tier } = outcome
  if (resultType === 'Hit') count.hits += requests
  else if (resultType === 'RefreshHit') count.refreshHits += requests
  else if (resultType === 'Miss') count.misses += requests
  else if (isError(resultType)) count.errors += requests
  else count.others += requests
  if (outcome.lookedUp) count.lookups += requests
  if (tier === 'edge') count.edgeHits += requests
  if (tier === 'regional-edge-cache') count.regionalHits += requests
  if (tier === 'origin-shield') count.shieldHits += requests
  if (tier === 'origin') count.originAnswers += requests
  if (tier === 'none') count.ownAnswers += requests
  if (outcome.askedRegional) count.regionalLookups += requests
  if (outcome.askedShield) count.shieldLookups += requests
  count.originRequests += requests * outcome.originRequests
}

const isError = (resultType: string) =>
  resultType === 'Error' || resultType.endsWith('Exceeded') || /(Execution|Validation)Error$/.test(resultType)

/** One cell of the tallies: requests of an outcome at a place. */
interface Cell {
  readonly outcome: Outcome
  readonly outcomeNumber: number
  readonly place: number
  readonly requests: number
  readonly bytes: number
  readonly originBytes: number
  readonly uploads: number
}

export function* cellsOf({ outcomes, tallies, places }: Replay): Generator<Cell> {
  for (const [outcomeNumber, outcome] of outcomes.list.entries()) {
    const counter = tallies.places[outcomeNumber]
    if (!counter) continue
    for (let place = 0; place < places.codes.length; place += 1) {
      const cell = place * placeCounts.width
      const requests = counter.get(cell)
      if (requests > 0)
        yield {
          outcome,
          outcomeNumber,
          place,
          requests,
          bytes: counter.get(cell + placeCounts.bytes),
          uploads: counter.get(cell + placeCounts.uploads),
          originBytes: counter.get(cell + placeCounts.originBytes),
        }
    }
  }
}

const byRequests = (a: { readonly requests: number }, b: { readonly requests: number }) =>
  b.requests - a.requests

function grouped(replay: Replay, nameOf: (cell: Cell) => string): Group[] {
  const groups = new Map<string, Group>()
  for (const cell of cellsOf(replay)) {
    const name = nameOf(cell)
    const group = groups.get(name) ?? { name, ...emptyCount() }
    groups.set(name, group)
    addTo(group, cell.outcome, cell.requests, cell.bytes, cell.originBytes)
  }
  return [...groups.values()].sort((a, b) => byRequests(a, b) || a.name.localeCompare(b.name))
}

export function totalOf(replay: Replay): Count {
  const total = emptyCount()
  for (const { outcome, requests, bytes, originBytes } of cellsOf(replay))
    addTo(total, outcome, requests, bytes, originBytes)
  return total
}

/** The path pattern of a behavior; the staging distribution's own where it served. */
export const patternOf = ({ distribution }: Replay, behavior: number): string =>
  distribution.behaviors[behavior]?.pattern ?? '*'

export const byBehavior = (replay: Replay): Group[] =>
  grouped(replay, ({ outcome }) => outcome.pattern ?? patternOf(replay, outcome.behavior))
export const byTarget = (replay: Replay): Group[] =>
  grouped(replay, ({ outcome }) => replay.distribution.behaviors[outcome.behavior]?.target.id ?? '')
export const byStatus = (replay: Replay): Group[] => grouped(replay, ({ outcome }) => String(outcome.status))
export const byPop = (replay: Replay): Group[] =>
  grouped(replay, ({ place }) => replay.places.codes[place] || 'not logged')

export function byOrigin(replay: Replay): OriginGroup[] {
  const groups = new Map<string, { name: string; requests: number; bytes: number }>()
  for (const { outcome, requests, originBytes } of cellsOf(replay))
    for (const [index, [name, attempts]] of outcome.attempts.entries()) {
      const group = groups.get(name) ?? { name, requests: 0, bytes: 0 }
      groups.set(name, group)
      group.requests += attempts * requests
      // With failover the last origin is the one that answered.
      if (index === outcome.attempts.length - 1) group.bytes += originBytes
    }
  return [...groups.values()].sort(byRequests)
}

/** Lengths that a point on the time axis may have: the shortest that gives at most so many points is taken. */
const steps = [60_000, 300_000, 900_000, 3_600_000, 21_600_000, 86_400_000]
const mostPoints = 300

export function byTime(replay: Replay): TimeGroup[] {
  const { minutes } = replay.tallies
  const span = replay.last - replay.first
  const step = steps.find((length) => span / length <= mostPoints) ?? 86_400_000
  const groups = new Map<number, TimeGroup>()
  for (const { start, byOutcome } of minutes) {
    const at = Math.floor(start / step) * step
    const group = groups.get(at) ?? { start: at, ...emptyCount() }
    groups.set(at, group)
    for (const [number, requests, bytes] of byOutcome) {
      const outcome = replay.outcomes.list[number]
      if (outcome) addTo(group, outcome, requests, bytes, 0)
    }
  }
  return [...groups.values()].sort((a, b) => a.start - b.start)
}

export function latency(replay: Replay): LatencyClass[] {
  const requests = new Map<string, number>()
  let all = 0
  for (const cell of cellsOf(replay)) {
    requests.set(cell.outcome.tier, (requests.get(cell.outcome.tier) ?? 0) + cell.requests)
    all += cell.requests
  }
  return ['edge', 'regional-edge-cache', 'origin-shield', 'origin', 'none'].flatMap((servedFrom) => {
    const count = requests.get(servedFrom) ?? 0
    return count === 0 ? [] : [{ servedFrom, requests: count, share: count / all }]
  })
}

interface LoggedSum {
  requests: number
  seconds: number
  timed: number
}

function loggedSums(replay: Replay, belongs: (outcome: Outcome) => boolean): LoggedSum[] {
  const sums = loggedResults.map(() => ({ requests: 0, seconds: 0, timed: 0 }))
  replay.outcomes.list.forEach((outcome, number) => {
    const counter = replay.tallies.logged[number]
    if (!counter || !belongs(outcome)) return
    sums.forEach((sum, result) => {
      const cell = result * loggedCounts.width
      sum.requests += counter.get(cell)
      sum.seconds += counter.get(cell + loggedCounts.seconds)
      sum.timed += counter.get(cell + loggedCounts.timed)
    })
  })
  return sums
}

export const loggedLatency = (replay: Replay): LoggedLatency[] =>
  loggedSums(replay, () => true).flatMap(({ requests, seconds, timed }, result) =>
    requests === 0
      ? []
      : [
          {
            resultType: loggedResults[result] ?? 'other',
            requests,
            meanSeconds: timed === 0 ? null : seconds / timed,
          },
        ],
  )

const loggedRatio = (sums: readonly LoggedSum[]): number | null => {
  const [, hits = 0, refreshHits = 0, misses = 0] = sums.map(({ requests }) => requests)
  const all = hits + refreshHits + misses
  return all === 0 ? null : hits / all
}

/** The number of the logged result that an outcome would have. */
const loggedNumber = (resultType: string) => (loggedResults as readonly string[]).indexOf(resultType)

export function trustIn(replay: Replay, behaviors: readonly Group[], total: Count): Trust {
  let same = 0
  let logged = 0
  replay.outcomes.list.forEach((outcome, number) => {
    const counter = replay.tallies.logged[number]
    if (!counter) return
    for (let result = 1; result < loggedResults.length; result += 1) {
      const requests = counter.get(result * loggedCounts.width)
      logged += requests
      if (result === loggedNumber(outcome.resultType)) same += requests
    }
  })
  return {
    simulatedHitRatio: hitRatio(total),
    loggedHitRatio: loggedRatio(loggedSums(replay, () => true)),
    agreement: logged === 0 ? null : same / logged,
    byBehavior: behaviors.map((group) => ({
      behavior: group.name,
      simulatedHitRatio: hitRatio(group),
      loggedHitRatio: loggedRatio(loggedSums(replay, ({ pattern }) => (pattern ?? '*') === group.name)),
    })),
  }
}

/** The numbers below `count` for which a score is highest, without sorting them all. */
function highest(count: number, wanted: number, score: (number: number) => number): number[] {
  const best: number[] = []
  let least = 0
  for (let number = 0; number < count; number += 1) {
    const value = score(number)
    if (value <= 0 || (best.length === wanted && value <= least)) continue
    const at = best.findIndex((other) => score(other) < value)
    best.splice(at < 0 ? best.length : at, 0, number)
    if (best.length > wanted) best.pop()
    least = best.length === wanted ? score(best[wanted - 1] ?? 0) : 0
  }
  return best
}

function pathCount(replay: Replay, number: number): PathCount {
  const { tallies, shapes } = replay
  const counted = shapes.paths[number]
  return {
    method: counted?.method ?? '',
    path: counted?.path ?? '',
    behavior: patternOf(replay, counted?.behavior ?? 0),
    requests: tallies.paths.get(number * objectCounts.width),
    bytes: tallies.paths.get(number * objectCounts.width + objectCounts.bytes),
    hits: tallies.paths.get(number * objectCounts.width + objectCounts.hits),
  }
}

export const topPaths = (replay: Replay, wanted: number): PathCount[] =>
  highest(replay.shapes.paths.length, wanted, (number) =>
    replay.tallies.paths.get(number * objectCounts.width),
  ).map((number) => pathCount(replay, number))

export function topMisses(replay: Replay, wanted: number): PathMisses[] {
  const { pathMisses } = replay.tallies
  const reasonsOf = (number: number) =>
    missReasons.flatMap((reason, index) => {
      const requests = index === 0 ? 0 : pathMisses.get(number * reasonCount + index)
      return requests === 0 ? [] : [{ reason, requests }]
    })
  const missesOf = (number: number) => {
    let sum = 0
    for (let reason = 1; reason < reasonCount; reason += 1)
      sum += pathMisses.get(number * reasonCount + reason)
    return sum
  }
  return highest(replay.shapes.paths.length, wanted, missesOf).map((number) => ({
    ...pathCount(replay, number),
    originRequests: missesOf(number),
    reasons: reasonsOf(number).sort(byRequests),
  }))
}

/** A cache key in words: the path with its query, then what else is in it. */
export const keyInWords = (text: string): string => text.replaceAll('\n;', ' cookies ').replaceAll('\n', ' ')

export function neverHit(
  replay: Replay,
  wanted: number,
): { requested: number; neverHit: number; examples: NeverHitObject[] } {
  const { keys } = replay.tallies
  const requestsOf = (key: number) => keys.get(key * objectCounts.width)
  const isCold = (key: number) =>
    requestsOf(key) > 0 && keys.get(key * objectCounts.width + objectCounts.hits) === 0
  let count = 0
  for (let key = 0; key < replay.keyTexts.length; key += 1) if (isCold(key)) count += 1
  const worst = highest(replay.keyTexts.length, wanted, (key) => (isCold(key) ? requestsOf(key) : 0))
  return {
    requested: replay.keyTexts.length,
    neverHit: count,
    examples: worst.map((key) => ({
      key: keyInWords(replay.keyTexts[key] ?? ''),
      behavior: patternOf(replay, replay.keyBehaviors[key] ?? 0),
      requests: requestsOf(key),
      bytes: keys.get(key * objectCounts.width + objectCounts.bytes),
    })),
  }
}
