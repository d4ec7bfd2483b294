/** Brings the tallies of a replay into the groups of its report. Everything here is a sum, so every figure is exact. */

import type { Outcome } from '#core/replay/serve/outcome.ts'
import { loggedResults } from '#core/replay/serve/tallies.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import {
  type Count,
  emptyCount,
  type Group,
  hitRatio,
  type LatencyClass,
  type LoggedLatency,
  type NeverHitObject,
  type OriginGroup,
  type TimeGroup,
  type Trust,
} from './counts.ts'
import { type LoggedSum, minuteWidth, type PlaceSum, type Summary } from './summary.ts'

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

/** Requests of an outcome at a place. */
interface Cell extends PlaceSum {
  readonly outcome: Outcome
}

export function* cellsOf({ outcomes }: Summary): Generator<Cell> {
  for (const { outcome, places } of outcomes) for (const place of places) yield { outcome, ...place }
}

const byRequests = (a: { readonly requests: number }, b: { readonly requests: number }) =>
  b.requests - a.requests

function grouped(summary: Summary, nameOf: (cell: Cell) => string): Group[] {
  const groups = new Map<string, Group>()
  for (const cell of cellsOf(summary)) {
    const name = nameOf(cell)
    const group = groups.get(name) ?? { name, ...emptyCount() }
    groups.set(name, group)
    addTo(group, cell.outcome, cell.requests, cell.bytes, cell.originBytes)
  }
  return [...groups.values()].sort((a, b) => byRequests(a, b) || a.name.localeCompare(b.name))
}

export function totalOf(summary: Summary): Count {
  const total = emptyCount()
  for (const { outcome, requests, bytes, originBytes } of cellsOf(summary))
    addTo(total, outcome, requests, bytes, originBytes)
  return total
}

/** The path pattern of a behavior; the staging distribution's own where it served. */
const patternOf = ({ behaviors }: CompiledDistribution, { pattern, behavior }: Outcome): string =>
  pattern ?? behaviors[behavior]?.pattern ?? '*'

export const byBehavior = (summary: Summary, distribution: CompiledDistribution): Group[] =>
  grouped(summary, ({ outcome }) => patternOf(distribution, outcome))
export const byTarget = (summary: Summary, { behaviors }: CompiledDistribution): Group[] =>
  grouped(summary, ({ outcome }) => behaviors[outcome.behavior]?.target.id ?? '')
export const byStatus = (summary: Summary): Group[] =>
  grouped(summary, ({ outcome }) => String(outcome.status))
/** Requests that AWS WAF would have ended, by its rule. */
export const byRule = (summary: Summary): Group[] =>
  grouped(summary, ({ outcome }) => outcome.blockedBy ?? '').filter(({ name }) => name !== '')
export const byPop = (summary: Summary): Group[] => grouped(summary, ({ place }) => place || 'not logged')

export function byOrigin(summary: Summary): OriginGroup[] {
  const groups = new Map<string, { name: string; requests: number; bytes: number }>()
  for (const { outcome, requests, originBytes } of cellsOf(summary))
    for (const [index, [name, attempts]] of outcome.attempts.entries()) {
      const group = groups.get(name) ?? { name, requests: 0, bytes: 0 }
      groups.set(name, group)
      group.requests += attempts * requests
      // With failover the last origin is the one that answered.
      if (index === outcome.attempts.length - 1) group.bytes += originBytes
    }
  return [...groups.values()].sort((a, b) => byRequests(a, b) || a.name.localeCompare(b.name))
}

/** Lengths that a point on the time axis may have: the shortest that gives at most so many points is taken. */
const steps = [60_000, 300_000, 900_000, 3_600_000, 21_600_000, 86_400_000]
const mostPoints = 300

export function byTime({ first, last, minutes, outcomes }: Summary): TimeGroup[] {
  const step = steps.find((length) => (last - first) / length <= mostPoints) ?? 86_400_000
  const groups = new Map<number, TimeGroup>()
  for (let at = 0; at < minutes.length; at += minuteWidth) {
    const [minute = 0, number = -1, requests = 0, bytes = 0] = minutes.subarray(at, at + minuteWidth)
    const start = Math.floor(minute / step) * step
    const group = groups.get(start) ?? { start, ...emptyCount() }
    groups.set(start, group)
    const outcome = outcomes[number]?.outcome
    if (outcome) addTo(group, outcome, requests, bytes, 0)
  }
  return [...groups.values()].sort((a, b) => a.start - b.start)
}

export function latency(summary: Summary): LatencyClass[] {
  const requests = new Map<string, number>()
  let all = 0
  for (const cell of cellsOf(summary)) {
    requests.set(cell.outcome.tier, (requests.get(cell.outcome.tier) ?? 0) + cell.requests)
    all += cell.requests
  }
  return ['edge', 'regional-edge-cache', 'origin-shield', 'origin', 'none'].flatMap((servedFrom) => {
    const count = requests.get(servedFrom) ?? 0
    return count === 0 ? [] : [{ servedFrom, requests: count, share: count / all }]
  })
}

function loggedSums({ outcomes }: Summary, belongs: (outcome: Outcome) => boolean): LoggedSum[] {
  const sums = loggedResults.map(() => ({ requests: 0, milliseconds: 0, timed: 0 }))
  for (const { outcome, logged } of outcomes) {
    if (!belongs(outcome)) continue
    sums.forEach((sum, result) => {
      const added = logged[result]
      if (!added) return
      sum.requests += added.requests
      sum.milliseconds += added.milliseconds
      sum.timed += added.timed
    })
  }
  return sums
}

export const loggedLatency = (summary: Summary): LoggedLatency[] =>
  loggedSums(summary, () => true).flatMap(({ requests, milliseconds, timed }, result) =>
    requests === 0
      ? []
      : [
          {
            resultType: loggedResults[result] ?? 'other',
            requests,
            meanSeconds: timed === 0 ? null : milliseconds / timed / 1000,
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

export function trustIn(summary: Summary, behaviors: readonly Group[], total: Count): Trust {
  let same = 0
  let all = 0
  for (const { outcome, logged } of summary.outcomes)
    for (let result = 1; result < loggedResults.length; result += 1) {
      const requests = logged[result]?.requests ?? 0
      all += requests
      if (result === loggedNumber(outcome.resultType)) same += requests
    }
  return {
    simulatedHitRatio: hitRatio(total),
    loggedHitRatio: loggedRatio(loggedSums(summary, () => true)),
    agreement: all === 0 ? null : same / all,
    byBehavior: behaviors.map((group) => ({
      behavior: group.name,
      simulatedHitRatio: hitRatio(group),
      loggedHitRatio: loggedRatio(loggedSums(summary, ({ pattern }) => (pattern ?? '*') === group.name)),
    })),
  }
}

/** A cache key in words: the path with its query, then what else is in it. */
export const keyInWords = (text: string): string => text.replaceAll('\n;', ' cookies ').replaceAll('\n', ' ')

export const neverHit = ({
  requestedKeys,
  neverHit,
  cold,
}: Summary): { requested: number; neverHit: number; examples: NeverHitObject[] } => ({
  requested: requestedKeys,
  neverHit,
  examples: cold.map(({ text, ...rest }) => ({ key: keyInWords(text), ...rest })),
})
