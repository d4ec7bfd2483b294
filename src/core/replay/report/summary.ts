/**
 * What a replay, or one shard of it, comes to: plain data that a worker can hand on, as large as the design and the time
 * that the log covers, not as the log. Everything is a sum, a list of the most, or a sample that all shards would choose,
 * so shards joined in any order give what one replay of everything gives.
 */

import { joinMisses, type Misses, missesIn } from '#core/replay/advise/misses.ts'
import type { Outcome } from '#core/replay/serve/outcome.ts'
import type { Replay } from '#core/replay/serve/replay.ts'
import { loggedCounts, loggedResults, placeCounts } from '#core/replay/serve/tallies.ts'
import type { PathCount, PathMisses } from './counts.ts'
import { type BehaviorKeys, joinKeys, keysOf } from './fan-out.ts'
import {
  byColdRequests,
  byMisses,
  byRequests,
  type ColdKey,
  coldKeys,
  mostAsked,
  mostMissed,
} from './rankings.ts'

/** Requests of one outcome at one place. */
export interface PlaceSum {
  /** As logged; empty where the log names none. */
  readonly place: string
  requests: number
  bytes: number
  uploads: number
  originBytes: number
  /** Requests with encrypted fields, where the behavior encrypts any. */
  encrypted: number
}
/** Requests of one outcome that were logged with one result. */
export interface LoggedSum {
  requests: number
  milliseconds: number
  /** Requests that have a time. */
  timed: number
}
export interface OutcomeSums {
  readonly outcome: Outcome
  readonly places: readonly PlaceSum[]
  /** By the number of the logged result. */
  readonly logged: readonly LoggedSum[]
}

export interface Summary {
  /** Milliseconds since the epoch; infinite where there were no requests. */
  readonly first: number
  readonly last: number
  readonly served: number
  /** Requests that the engine itself served. */
  readonly engineRuns: number
  readonly late: number
  /** Requests for which the log holds no answer of the origin. */
  readonly guesses: number
  readonly invalidatedPaths: number
  /** In order. */
  readonly foreignHosts: readonly string[]
  readonly outcomes: readonly OutcomeSums[]
  /** Four numbers for each minute and outcome: the minute's beginning, the outcome's number, requests, bytes. */
  readonly minutes: Float64Array
  readonly topPaths: readonly PathCount[]
  readonly topMisses: readonly PathMisses[]
  readonly cold: readonly ColdKey[]
  /** Cache keys, and those that were never served from a cache. */
  readonly requestedKeys: number
  readonly neverHit: number
  readonly keys: readonly BehaviorKeys[]
  readonly misses: Misses
}

/** The width of an entry of {@link Summary.minutes}. */
export const minuteWidth = 4

function outcomeSums({ outcomes, places, tallies }: Replay): OutcomeSums[] {
  return outcomes.list.map((outcome, number) => {
    const counts = tallies.places[number]
    const logged = tallies.logged[number]
    return {
      outcome,
      places: places.codes.flatMap((place, index) => {
        const cell = index * placeCounts.width
        const requests = counts?.get(cell) ?? 0
        if (!counts || requests === 0) return []
        return [
          {
            place,
            requests,
            bytes: counts.get(cell + placeCounts.bytes),
            uploads: counts.get(cell + placeCounts.uploads),
            originBytes: counts.get(cell + placeCounts.originBytes),
            encrypted: counts.get(cell + placeCounts.encrypted),
          },
        ]
      }),
      logged: loggedResults.map((_, result) => ({
        requests: logged?.get(result * loggedCounts.width) ?? 0,
        milliseconds: logged?.get(result * loggedCounts.width + loggedCounts.milliseconds) ?? 0,
        timed: logged?.get(result * loggedCounts.width + loggedCounts.timed) ?? 0,
      })),
    }
  })
}

/** Sums a finished replay or shard up; `top` is how many paths and objects are named. */
export function summaryOf(replay: Replay, top: number): Summary {
  const { tallies } = replay
  return {
    first: replay.first,
    last: replay.last,
    served: replay.served,
    engineRuns: replay.engineRuns,
    late: replay.late,
    guesses: replay.guesses,
    invalidatedPaths: replay.invalidatedPaths,
    foreignHosts: [...replay.shapes.foreignHosts.keys()],
    outcomes: outcomeSums(replay),
    minutes: Float64Array.from(
      tallies.minutes.flatMap(({ start, byOutcome }) =>
        byOutcome.flatMap(([outcome, requests, bytes]) => [start, outcome, requests, bytes]),
      ),
    ),
    topPaths: mostAsked(replay, top),
    topMisses: mostMissed(replay, top),
    ...coldKeys(replay, top),
    keys: keysOf(replay),
    misses: missesIn(replay),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Adds sums of the same outcome; `numbers` tells for each part which of the joined outcomes its own became. */
function joinOutcomes(parts: readonly Summary[]): { joined: OutcomeSums[]; numbers: number[][] } {
  const byText = new Map<string, { outcome: Outcome; places: Map<string, PlaceSum>; logged: LoggedSum[] }>()
  for (const { outcomes } of parts)
    for (const { outcome, places, logged } of outcomes) {
      const text = JSON.stringify(outcome)
      const known = byText.get(text) ?? {
        outcome,
        places: new Map<string, PlaceSum>(),
        logged: loggedResults.map(() => ({ requests: 0, milliseconds: 0, timed: 0 })),
      }
      byText.set(text, known)
      for (const added of places) {
        const place = known.places.get(added.place)
        if (place) {
          place.requests += added.requests
          place.bytes += added.bytes
          place.uploads += added.uploads
          place.originBytes += added.originBytes
          place.encrypted += added.encrypted
        } else known.places.set(added.place, { ...added })
      }
      known.logged.forEach((result, number) => {
        result.requests += logged[number]?.requests ?? 0
        result.milliseconds += logged[number]?.milliseconds ?? 0
        result.timed += logged[number]?.timed ?? 0
      })
    }
  const texts = [...byText.keys()].sort()
  const numberOf = new Map(texts.map((text, number) => [text, number]))
  return {
    joined: texts.flatMap((text) => {
      const known = byText.get(text)
      if (!known) return []
      const places = [...known.places.values()].sort((a, b) => (a.place < b.place ? -1 : 1))
      return [{ outcome: known.outcome, places, logged: known.logged }]
    }),
    numbers: parts.map(({ outcomes }) =>
      outcomes.map(({ outcome }) => numberOf.get(JSON.stringify(outcome)) ?? -1),
    ),
  }
}

function joinMinutes(parts: readonly Summary[], numbers: readonly (readonly number[])[]): Float64Array {
  const joined = new Float64Array(sum(parts.map(({ minutes }) => minutes.length)))
  let length = 0
  parts.forEach(({ minutes }, part) => {
    joined.set(minutes, length)
    for (let at = length + 1; at < length + minutes.length; at += minuteWidth)
      joined[at] = numbers[part]?.[joined[at] ?? -1] ?? -1
    length += minutes.length
  })
  return joined
}

/** The summary of everything out of those of all shards; also brings a single one into order. */
export function joinSummaries(parts: readonly Summary[], top: number): Summary {
  const { joined, numbers } = joinOutcomes(parts)
  const ranked = <Item>(order: (a: Item, b: Item) => number, listOf: (part: Summary) => readonly Item[]) =>
    parts.flatMap(listOf).sort(order).slice(0, top)
  return {
    first: Math.min(...parts.map(({ first }) => first)),
    last: Math.max(...parts.map(({ last }) => last)),
    served: sum(parts.map(({ served }) => served)),
    engineRuns: sum(parts.map(({ engineRuns }) => engineRuns)),
    late: sum(parts.map(({ late }) => late)),
    guesses: sum(parts.map(({ guesses }) => guesses)),
    // The shard whose clock came farthest has seen all of them.
    invalidatedPaths: Math.max(...parts.map(({ invalidatedPaths }) => invalidatedPaths)),
    foreignHosts: [...new Set(parts.flatMap(({ foreignHosts }) => foreignHosts))].sort(),
    outcomes: joined,
    minutes: joinMinutes(parts, numbers),
    topPaths: ranked(byRequests, ({ topPaths }) => topPaths),
    topMisses: ranked(byMisses, ({ topMisses }) => topMisses),
    cold: ranked(byColdRequests, ({ cold }) => cold),
    requestedKeys: sum(parts.map(({ requestedKeys }) => requestedKeys)),
    neverHit: sum(parts.map(({ neverHit }) => neverHit)),
    keys: joinKeys(parts.map(({ keys }) => keys)),
    misses: joinMisses(parts.map(({ misses }) => misses)),
  }
}
